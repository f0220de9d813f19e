/** The exposure and the layer map as text to take away: Markdown and CSV. Amounts only when they are asked for. */
import { csv } from './csv'
import type { Exposure } from './exposure'
import { namesOf } from './exposurePicture'
import { escapeCell } from './markdownText'
import type { ChipView, ExposureView, MapView } from './views'

/** `today` is `YYYY-MM-DD`; lines end with `\n`. */
export function exposureMarkdown(view: ExposureView, withAmounts: boolean, today: string): string {
  const amountHead = withAmounts ? ' Amount |' : ''
  const findings = view.findings.map(({ text, amounts }) => `- ${text}${withAmounts && amounts ? ` ${amounts}` : ''}`)
  return [
    `# Exposure, ${today}`,
    '',
    `${view.scope === 'note' ? `Holdings of ${escapeCell(view.notes.join(', '))}.` : 'Holdings of the vault.'} ${view.basis}${withAmounts && view.total ? ` Together ${view.total}.` : ''}`,
    '',
    '| Layer | Weight | Holdings |',
    '| --- | ---: | ---: |',
    ...view.layers.map(({ name, weightText, holdings }) => `| ${escapeCell(name)} | ${weightText} | ${holdings} |`),
    '',
    `| Holding | Layer | Weight |${amountHead}`,
    `| --- | --- | ---: |${withAmounts ? ' --- |' : ''}`,
    ...view.holdings.map(
      ({ name, ticker, layer, weightText, amounts }) =>
        `| ${escapeCell(ticker ? `${name} (${ticker})` : name)} | ${escapeCell(layer.name)} | ${weightText || 'none'} |${withAmounts ? ` ${escapeCell(amounts)} |` : ''}`,
    ),
    ...(findings.length > 0 ? ['', '## Findings', '', ...findings] : []),
    '',
    'From notes alone: no price was looked up. Not financial advice.',
    '',
  ].join('\n')
}

/** One row a holding, with its weight from 0 to 1. */
export function exposureCsv(exposure: Exposure, view: ExposureView, withAmounts: boolean): string {
  const head = [
    'holding',
    'ticker',
    'layer',
    'weight',
    ...(withAmounts ? ['units', 'value', 'currency', 'percent'] : []),
  ]
  const number = (value: number | undefined) => (value === undefined ? '' : String(value))
  const rows = exposure.holdings.map(({ weight, units, value, currency, percent }, at) => {
    const shown = view.holdings[at]
    const plain = [shown?.name ?? '', shown?.ticker ?? '', shown?.layer.name ?? '', weight.toFixed(4)]
    return withAmounts ? [...plain, number(units), number(value), currency, number(percent)] : plain
  })
  return csv([head, ...rows])
}

/** The floors from the top down, each with the projects of the note, or with all when no note is open. */
export function mapMarkdown(map: MapView, today: string): string {
  const floors = map.floors.flatMap(({ letter, name, summary, projects, centralized }) => {
    const names = namesOf(projects, ({ mentions }) => !map.note || mentions > 0)
    return [
      `## ${letter} · ${name}`,
      '',
      summary,
      '',
      names.length > 0 ? names.map(escapeCell).join(', ') : 'No project in this note.',
      '',
      `Centralized: ${escapeCell(centralized.text)}`,
      '',
    ]
  })
  const about = map.note ? `Projects of ${escapeCell(map.note.name)}.` : 'All projects of the map.'
  return [`# Four floors of crypto AI, ${today}`, '', about, '', ...floors].join('\n')
}

/** One row a project, subnets and centralized systems too, with its mentions in the note. */
export function mapCsv(map: MapView): string {
  const rows = (layer: string, chips: readonly ChipView[]): string[][] =>
    chips.flatMap((chip) => [
      [layer, chip.name, chip.ticker, chip.kindNote, String(chip.mentions)],
      ...rows(layer, chip.subnets),
    ])
  const all = map.floors.flatMap(({ name, projects, centralized, openAlternative }) =>
    rows(name, [...projects, ...centralized.projects, ...(openAlternative?.projects ?? [])]),
  )
  return csv([['layer', 'project', 'ticker', 'kind', 'mentions'], ...all])
}
