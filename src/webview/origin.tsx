import type { ProjectView } from '../core/views'
import { Icon } from './icon'

/** Which words are the user's, and what is built in instead. */
export function Origin({ text, changes }: NonNullable<ProjectView['origin']>) {
  return (
    <div class="origin">
      <p>
        <Icon name="own" />
        <span>{text}</span>
      </p>
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
