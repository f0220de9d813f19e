import { Icon } from './icon'

/** Whose map this is, where it is not all built in. Said aloud when it changes. */
export function Notices({ notices }: { readonly notices: readonly string[] }) {
  return (
    <div class="notices" role="status">
      {notices.map((notice) => (
        <p key={notice}>
          <Icon name="own" />
          <span>{notice}</span>
        </p>
      ))}
    </div>
  )
}
