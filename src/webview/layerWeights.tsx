import type { LayerWeightView } from '../core/views'

/** Shares of one bar. Each has its pattern and its letter, so that it reads without colour. */
export function Bar({ layers }: { readonly layers: readonly LayerWeightView[] }) {
  const shown = layers.filter(({ weight }) => weight > 0)
  const said = shown.map(({ name, weightText }) => `${name} ${weightText}`).join(', ')
  return (
    <svg class="bar" role="img" aria-label={said} width="100%" height="44">
      {shown.map(({ id, letter, weight }, index) => {
        const before = shown.slice(0, index).reduce((sum, layer) => sum + layer.weight, 0)
        return (
          <svg key={id} data-layer={id} x={`${before * 100}%`} width={`${weight * 100}%`} height="44">
            <rect class="share" width="100%" height="100%" />
            <Pattern id={id} />
            {weight >= 0.04 && (
              <>
                <rect class="plate" x="50%" y="11" width="22" height="22" rx="3" transform="translate(-11 0)" />
                <text x="50%" y="27" text-anchor="middle">
                  {letter}
                </text>
              </>
            )}
          </svg>
        )
      })}
    </svg>
  )
}

/** What a layer's share is filled with. */
function Pattern({ id }: Pick<LayerWeightView, 'id'>) {
  const lines: Readonly<Record<LayerWeightView['id'], string | undefined>> = {
    compute: 'M0 10 10 0',
    intelligence: 'M4 5h2',
    'agents-data': 'M0 5h10M5 0v10',
    'execution-ux': 'M5 0v10',
    none: 'M0 0 10 10',
    'off-map': undefined,
    cash: 'M0 5h10',
  }
  const line = lines[id]
  if (line === undefined) return null
  return (
    <>
      <pattern id={`pattern-${id}`} width="10" height="10" patternUnits="userSpaceOnUse">
        <path class="texture" d={line} />
      </pattern>
      <rect width="100%" height="100%" fill={`url(#pattern-${id})`} />
    </>
  )
}

/** The same as numbers. */
export function LayerTable({ layers }: { readonly layers: readonly LayerWeightView[] }) {
  return (
    <table class="layer-table">
      <caption class="sr-only">Weight of each layer</caption>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col" class="number">
            Weight
          </th>
          <th scope="col" class="number">
            Holdings
          </th>
        </tr>
      </thead>
      <tbody>
        {layers.map(({ id, name, letter, weightText, holdings, weight }) => (
          <tr key={id} data-layer={id} class={weight > 0 ? undefined : 'muted'}>
            <th scope="row">
              <span class="letter" aria-hidden="true">
                {letter}
              </span>{' '}
              {name}
            </th>
            <td class="number">{weightText}</td>
            <td class="number">{weight > 0 ? holdings : 'none'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
