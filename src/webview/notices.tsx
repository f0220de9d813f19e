import type { NoticeView } from '../core/views'
import { Icon } from './icon'

/** Whose map this is, where it is not all built in. Stays mounted in all views, and is said aloud when it changes. */
export function Notices({ notices }: { readonly notices: readonly NoticeView[] }) {
  return (
    <div class="notices" role="status">
      {notices.map(({ text, isProblem }) => (
        <p key={text}>
          <Icon name={isProblem ? 'warning' : 'own'} />
          <span>{text}</span>
        </p>
      ))}
    </div>
  )
}
