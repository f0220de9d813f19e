import type { ComponentChildren } from 'preact'

interface SectionProps {
  readonly title: string
  /** What to say when there is nothing to show: a blank would leave open whether it is empty or broken. */
  readonly empty?: string | false
  readonly children?: ComponentChildren
}

export function Section({ title, empty, children }: SectionProps) {
  return (
    <section class={empty ? 'section empty' : 'section'}>
      <h2>{title}</h2>
      {empty ? <p class="muted">{empty}</p> : children}
    </section>
  )
}
