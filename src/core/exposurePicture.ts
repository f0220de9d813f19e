/** The exposure and the layer map as pictures. */
import type { ExposureView, LayerWeightView, MapView, ChipView, PictureView, ShapeView } from './views'

const width = 760
const margin = 28
const inner = width - 2 * margin
const ink = '#1f1f1f'
const quiet = '#5f5f5f'
const edge = '#c8c8c8'
const paper = '#ffffff'
const font = 'system-ui, -apple-system, "Segoe UI", sans-serif'

/** Those of the light theme. */
const colors: Readonly<Record<LayerWeightView['id'], string>> = {
  compute: '#8a5200',
  intelligence: '#6941c6',
  'agents-data': '#13694a',
  'execution-ux': '#0b5cad',
  none: '#5f5f5f',
  'off-map': '#5f5f5f',
  cash: '#5f5f5f',
}

/** So many holdings are drawn; how many more there are is said. */
const mostRows = 24

/** The stacked bar, the layers and the holdings; amounts only when asked for. `today` is `YYYY-MM-DD`. */
export function exposurePicture(view: ExposureView, withAmounts: boolean, today: string): PictureView {
  const page = new Page()
  page.text('Exposure by layer', 22, { isBold: true, below: 30 })
  for (const line of wrap(view.basis, 96)) page.text(line, 13, { fill: quiet, below: 20 })
  page.bar(view.layers.filter(({ weight }) => weight > 0))
  for (const { id, letter, name, weightText, holdings, weight } of view.layers) {
    page.row(id, letter, name, `${weightText}   ${weight > 0 ? holdings : 'none'}`, '')
  }
  page.gap(18)
  page.text('Holdings', 16, { isBold: true, below: 26 })
  for (const { name, ticker, layer, weightText, amounts } of view.holdings.slice(0, mostRows)) {
    page.row(layer.id, layer.letter, `${name} ${ticker}`.trim(), weightText || 'none', withAmounts ? amounts : '')
  }
  const more = view.holdings.length - mostRows
  if (more > 0) page.text(`and ${more} more`, 13, { fill: quiet, below: 24 })
  const bets = view.findings.filter(({ tone }) => tone === 'bet').slice(0, 6)
  if (bets.length > 0) {
    page.gap(18)
    page.text('What it means', 16, { isBold: true, below: 26 })
    for (const { text } of bets) {
      wrap(text.replaceAll('`', ''), 92).forEach((line, at) =>
        page.text(`${at === 0 ? '•' : '  '} ${line}`, 14, { below: 21 }),
      )
    }
  }
  return page.finish('Exposure by layer', today)
}

/** The four floors with the projects of the note, or with all when no note is open. */
export function mapPicture(map: MapView, today: string): PictureView {
  const page = new Page()
  page.text('Four floors of crypto AI', 22, { isBold: true, below: 30 })
  const about = map.note ? `Projects of ${map.note.name}` : 'All projects of the map'
  page.text(about, 13, { fill: quiet, below: 24 })
  for (const { id, letter, name, summary, projects } of map.floors) {
    const names = map.note ? namesOf(projects, ({ mentions }) => mentions > 0) : namesOf(projects, () => true)
    page.floor(id, letter, name, summary, names.length > 0 ? names.join(', ') : 'No project in this note')
  }
  return page.finish('Four floors of crypto AI', today)
}

/** Of the chips that match, and of their subnets. */
export function namesOf(chips: readonly ChipView[], matches: (chip: ChipView) => boolean): string[] {
  return chips.flatMap((chip) => [
    ...(matches(chip) ? [chip.ticker === '' ? chip.name : `${chip.name} (${chip.ticker})`] : []),
    ...namesOf(chip.subnets, (subnet) => subnet.mentions > 0 && matches(subnet)),
  ])
}

interface TextStyle {
  readonly isBold?: boolean
  readonly fill?: string
  /** To the next line. */
  readonly below: number
}

/** Puts shapes under each other. */
class Page {
  readonly #shapes: ShapeView[] = []
  #y = margin + 18

  gap(height: number): void {
    this.#y += height
  }

  text(text: string, size: number, { isBold = false, fill = ink, below }: TextStyle): void {
    this.#put(margin, text, size, isBold, fill)
    this.#y += below
  }

  /** Each share with its pattern and letter: it reads without colour. */
  bar(layers: readonly LayerWeightView[]): void {
    const height = 44
    const top = this.#y - 8
    let x = margin
    for (const { id, letter, weight } of layers) {
      const share = weight * inner
      this.#rect(round(x), top, round(share), height, `${colors[id]}22`, edge)
      for (const line of pattern(id, x, top, share, height))
        this.#shapes.push({ type: 'line', stroke: colors[id], ...line })
      if (share >= 26) this.#plate(id, letter, x + share / 2 - 11, top + 11)
      x += share
    }
    this.#y = top + height + 30
  }

  row(id: LayerWeightView['id'], letter: string, name: string, end: string, below: string): void {
    this.#plate(id, letter, margin, this.#y - 16)
    this.#put(margin + 32, shorten(name, 70), 14, false, ink)
    this.#put(width - margin, end, 14, false, ink, 'end')
    if (below !== '') {
      this.#y += 18
      this.#put(margin + 32, below, 12, false, quiet)
    }
    this.#y += 28
  }

  floor(id: LayerWeightView['id'], letter: string, name: string, summary: string, names: string): void {
    const lines = wrap(names, 88)
    const height = 66 + 20 * lines.length
    const top = this.#y - 14
    this.#rect(margin, top, inner, height, paper, edge)
    this.#rect(margin, top, 6, height, colors[id], '')
    this.#y = top + 28
    this.#plate(id, letter, margin + 18, this.#y - 16)
    this.#put(margin + 50, name, 16, true, ink)
    this.#y += 22
    this.#put(margin + 50, shorten(summary, 96), 12, false, quiet)
    for (const line of lines) {
      this.#y += 20
      this.#put(margin + 50, line, 14, false, ink)
    }
    this.#y = top + height + 14
  }

  finish(title: string, today: string): PictureView {
    this.#y += 14
    this.#put(margin, `Crypto AI Layers, ${today}. Not financial advice.`, 11, false, quiet)
    const height = this.#y + margin
    const sheet: ShapeView = { type: 'rect', x: 0, y: 0, width, height, fill: paper, stroke: '', radius: 0 }
    return { title, width, height, font, shapes: [sheet, ...this.#shapes] }
  }

  #plate(id: LayerWeightView['id'], letter: string, x: number, y: number): void {
    this.#shapes.push({
      type: 'rect',
      x: round(x),
      y,
      width: 22,
      height: 22,
      fill: paper,
      stroke: colors[id],
      radius: 3,
    })
    this.#shapes.push({
      type: 'text',
      x: round(x + 11),
      y: y + 16,
      text: letter,
      size: 14,
      isBold: true,
      fill: colors[id],
      anchor: 'middle',
    })
  }

  #rect(x: number, y: number, rectWidth: number, height: number, fill: string, stroke: string): void {
    this.#shapes.push({ type: 'rect', x, y, width: rectWidth, height, fill, stroke, radius: 0 })
  }

  #put(x: number, text: string, size: number, isBold: boolean, fill: string, anchor: 'start' | 'end' = 'start'): void {
    this.#shapes.push({ type: 'text', x, y: this.#y, text, size, isBold, fill, anchor })
  }
}

interface Line {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** The lines that fill a share: slanted, dotted, crossed, upright or level. */
function pattern(id: LayerWeightView['id'], x: number, y: number, across: number, height: number): Line[] {
  const step = 9
  const lines: Line[] = []
  const add = (x1: number, y1: number, x2: number, y2: number) =>
    lines.push({ x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) })
  const upright = () => {
    for (let at = step; at < across; at += step) add(x + at, y, x + at, y + height)
  }
  const level = () => {
    for (let at = step; at < height; at += step) add(x, y + at, x + across, y + at)
  }
  if (id === 'compute' || id === 'none') {
    for (let at = step; at < across + height; at += step) {
      const [left, right] = [Math.max(0, at - height), Math.min(at, across)]
      if (id === 'compute') add(x + left, y + at - left, x + right, y + at - right)
      else add(x + left, y + height - (at - left), x + right, y + height - (at - right))
    }
  } else if (id === 'intelligence') {
    for (let row = step; row < height; row += step) {
      for (let at = step; at + 2 < across; at += step) add(x + at, y + row, x + at + 2, y + row)
    }
  } else if (id === 'execution-ux') upright()
  else if (id === 'agents-data') {
    upright()
    level()
  } else if (id === 'cash') level()
  return lines
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
}

/** Lines of at most so many characters; a longer word is cut. */
export function wrap(text: string, length: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).flatMap((long) => long.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [])) {
    if (line !== '' && line.length + 1 + word.length > length) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}
