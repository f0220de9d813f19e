/** Drawn on a 16 px grid like VS Code's own icons: the page's policy needs no font source for ten shapes. */
const shapes = {
  own: 'M8 2a2.8 2.8 0 1 1 0 5.6A2.8 2.8 0 0 1 8 2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z',
  back: 'M7 3.5 2.5 8 7 12.5M2.5 8h11',
  note: 'M4 1.5h5.5L13 5v9.5H4zM9.5 1.5V5H13M6.5 8.5h4M6.5 11h4',
  clears: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM5 8.3l2.1 2.1L11 6.2',
  'does-not-clear': 'M3.4 1.9h9.2l1.5 1.5v9.2l-1.5 1.5H3.4l-1.5-1.5V3.4zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  unknown: 'M8 1.2 14.8 8 8 14.8 1.2 8zM6.2 6.6C6.2 4.2 9.8 4.3 9.8 6.4 9.8 7.7 8 7.8 8 9.2M8 10.6v1',
  evaluated: 'M2 2.5h12v11H2zM4.8 8.2l2.2 2.2 4.2-4.4',
  warning: 'M8 1.8 14.8 14H1.2zM8 6v4M8 11.6v1',
  evidence: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 4v4.3l2.8 1.7',
  reading: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 7v4.5M8 4.4v1',
} as const

export type IconName = keyof typeof shapes

/** A picture beside the words that say the same: hidden from assistive technology. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} fill="none" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round" />
    </svg>
  )
}
