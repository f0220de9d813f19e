/**
 * Puts overlays on top of built-in knowledge. Files come in order of rank: where two say something of the same thing,
 * the first counts and the second is told so. Nothing built in is replaced silently: `origins` says what is the user's.
 */
import { sayList } from '../figures'
import type { Knowledge, Layer, Origin, OriginPlace, Place, Project, ProjectHead } from '../knowledge/schema'
import type { Range } from '../recognition/prose'
import { fold } from '../recognition/words'
import { yamlText } from '../yaml/yamlText'
import { changedHead, changedProject, defined } from './changedProject'
import { once } from './once'
import { ordinaryWords, type IsOrdinary } from './ordinaryWords'
import { ownProject } from './ownProject'
import { nearest, removeEntry, type OverlayFix, type OverlayProblem } from './problem'
import type { Overlay } from './readOverlay'
import { sayChange } from './sayChange'
import type { ProjectChange, Said } from './schema'

export interface MergedKnowledge {
  readonly knowledge: Knowledge
  /** By address of the file. */
  readonly problems: ReadonlyMap<string, readonly OverlayProblem[]>
}

/** The key of a layer among the origins. */
function layerKey(id: string): string {
  return `layer ${id}`
}

/** What several files say of one built-in project, first things first. */
interface Changed {
  readonly changes: ProjectChange[]
  readonly places: OriginPlace[]
}

type Named = Pick<ProjectHead, 'id' | 'name'>

export function mergeOverlays(builtIn: Knowledge, overlays: readonly Overlay[]): MergedKnowledge {
  const merge = new Merge(builtIn)
  for (const overlay of overlays) merge.take(overlay)
  for (const overlay of overlays) merge.checkNames(overlay)
  return { knowledge: merge.knowledge(), problems: merge.problems }
}

class Merge {
  readonly problems = new Map<string, OverlayProblem[]>()
  readonly #builtIn: Knowledge
  readonly #heads: ReadonlyMap<string, ProjectHead>
  readonly #own = new Map<string, { readonly project: Project; readonly place: OriginPlace }>()
  readonly #changed = new Map<string, Changed>()
  readonly #hidden = new Set<string>()
  readonly #layers = new Map<string, { readonly layer: Partial<Layer>; readonly place: OriginPlace }>()
  /** By project and field, the file that has said it. */
  readonly #saidBy = new Map<string, string>()
  readonly #isOrdinary: IsOrdinary
  #names: ReadonlyMap<string, readonly Named[]> | undefined

  constructor(builtIn: Knowledge) {
    this.#builtIn = builtIn
    this.#isOrdinary = ordinaryWords(builtIn)
    this.#heads = new Map(builtIn.heads.map((head) => [head.id, head]))
  }

  take(overlay: Overlay): void {
    const { projects, changes, hide, layers } = overlay.contents
    projects?.forEach((record, at) => {
      const path = ['projects', at, 'id']
      const other = this.#own.get(record.id)
      if (this.#heads.has(record.id)) {
        const message = `'${record.id}' is built in. To say something else of it, write it under 'changes'; to add another project, choose another id.`
        this.#report(overlay, path, message)
      } else if (other) {
        this.#report(
          overlay,
          path,
          `'${record.id}' is in ${other.place.file} already, and that one counts. Keep one of them.`,
        )
      } else this.#own.set(record.id, { project: ownProject(record, this.#isOrdinary), place: placeOf(overlay, path) })
    })
    changes?.forEach((change, at) => this.#takeChange(overlay, change, ['changes', at]))
    hide?.forEach((id, at) => {
      if (this.#isBuiltIn(overlay, id, ['hide', at])) this.#hidden.add(id)
    })
    layers?.forEach(({ id, ...texts }, at) => {
      const path = ['layers', at, 'id']
      const other = this.#layers.get(id)
      if (other) this.#report(overlay, path, `${other.place.file} has words for '${id}' already, and those count.`)
      else this.#layers.set(id, { layer: defined(texts), place: placeOf(overlay, path) })
    })
  }

  /** What can be told only when all files are known: ids that lead nowhere, and names that mean several things. */
  checkNames(overlay: Overlay): void {
    const { projects, changes } = overlay.contents
    const check = (record: Said & { readonly id: string }, path: readonly PropertyKey[]) => {
      for (const field of ['counterparts', 'substitutes'] as const) {
        record[field]?.forEach((id, at) => {
          if (!this.#heads.has(id) && !this.#own.has(id)) this.#reportUnknown(overlay, id, [...path, field, at])
        })
      }
      this.#checkAliases(overlay, record, path)
    }
    projects?.forEach((record, at) => {
      if (this.#own.get(record.id)?.place.uri === overlay.uri) check(record, ['projects', at])
    })
    changes?.forEach((record, at) => {
      if (this.#heads.has(record.id)) check(record, ['changes', at])
    })
  }

  knowledge(): Knowledge {
    const builtIn = this.#builtIn
    const hidden = this.#allHidden()
    const kept = builtIn.heads.filter(({ id }) => !hidden.has(id))
    const heads = [
      ...kept.map((head) => changedHead(head, this.#changed.get(head.id)?.changes ?? [], this.#isOrdinary)),
      ...[...this.#own.values()].map(({ project }) => project),
    ].sort((a, b) => (a.id < b.id ? -1 : 1))
    const details = once(() => new Map(builtIn.projects.map((project) => [project.id, project])))
    const projects = once(() =>
      heads.flatMap(({ id }) => {
        const project = this.#own.get(id)?.project ?? details().get(id)
        return project
          ? this.#withKnownIds(changedProject(project, this.#changed.get(id)?.changes ?? [], this.#isOrdinary))
          : []
      }),
    )
    return {
      asOf: builtIn.asOf,
      layers: builtIn.layers.map((layer) => ({ ...layer, ...this.#layers.get(layer.id)?.layer })),
      questions: builtIn.questions,
      verdicts: builtIn.verdicts,
      recognition: builtIn.recognition,
      outside: builtIn.outside,
      ordinaryWords: builtIn.ordinaryWords,
      heads,
      get projects() {
        return projects()
      },
      origins: this.#origins((id) => details().get(id)),
      hidden: builtIn.heads.filter(({ id }) => hidden.has(id)).map(({ name }) => name),
    }
  }

  #takeChange(overlay: Overlay, change: ProjectChange, path: readonly PropertyKey[]): void {
    if (!this.#isBuiltIn(overlay, change.id, [...path, 'id'])) return
    const counts: Record<string, unknown> = {}
    for (const [field, value] of Object.entries(change)) {
      if (value === undefined) continue
      const key = `${change.id} ${field}`
      const other = this.#saidBy.get(key)
      // Lists add up.
      if (other === undefined || field === 'id' || Array.isArray(value)) {
        counts[field] = value
        this.#saidBy.set(key, overlay.file)
      } else this.#report(overlay, [...path, field], `${other} says this of '${change.id}' already, and that counts.`)
    }
    const known = this.#changed.get(change.id) ?? { changes: [], places: [] }
    known.changes.push(counts as ProjectChange)
    known.places.push(placeOf(overlay, [...path, 'id']))
    this.#changed.set(change.id, known)
  }

  #checkAliases(overlay: Overlay, record: Said & { readonly id: string }, path: readonly PropertyKey[]): void {
    const seen = new Set<string>()
    record.aliases?.forEach((alias, at) => {
      const { text, match } = typeof alias === 'string' ? { text: alias, match: undefined } : alias
      // Most names need no word, and what it takes to say one would cost more than all else.
      const range = once(() => overlay.rangeOf([...path, 'aliases', at]))
      const remove = (): OverlayFix => ({ title: `Remove '${text}'`, edit: removeEntry(overlay.text, range()) })
      const byWords = (): OverlayFix => ({
        title: `Mark '${text}' only where words around it speak for the project`,
        edit: { ...range(), text: `{ text: ${yamlText(text)}, match: cues }` },
      })
      const warn = (message: string, fixes: readonly OverlayFix[]) =>
        this.#add(overlay, { ...range(), severity: 'warning', message, fixes })
      const folded = fold(text)
      const others = this.#namesOf(folded).filter((other) => other.id !== record.id)
      if (seen.has(folded)) warn(`'${text}' is here twice. Remove one of them.`, [remove()])
      else if (others.length > 0 && match !== 'cues' && match !== 'word') {
        const names = sayList([...new Set(others.map(({ name }) => name))])
        warn(`'${text}' is a name of ${names} too. Which of them a note means, the words around it decide.`, [
          remove(),
          byWords(),
        ])
      } else if (this.#isOrdinary(text) && match !== 'cues' && match !== 'word' && match !== 'dollar') {
        const effect =
          match === undefined
            ? 'It is marked only where words around it speak for the project.'
            : 'It would be marked wherever that word stands.'
        warn(`'${text}' is an ordinary word. ${effect}`, [byWords(), remove()])
      }
      seen.add(folded)
    })
  }

  /** Projects that are called so. */
  #namesOf(folded: string): readonly Named[] {
    this.#names ??= namesIn([...this.#heads.values(), ...[...this.#own.values()].map(({ project }) => project)])
    return this.#names.get(folded) ?? []
  }

  /** A network takes its subnets along. */
  #allHidden(): ReadonlySet<string> {
    const isHidden = ({ id, relations }: ProjectHead) =>
      this.#hidden.has(id) ||
      relations.some((relation) => relation.type === 'subnet-of' && this.#hidden.has(relation.project))
    return new Set(this.#builtIn.heads.filter(isHidden).map(({ id }) => id))
  }

  #withKnownIds(project: Project): Project {
    const isKnown = (id: string) => this.#heads.has(id) || this.#own.has(id)
    const { counterparts, substitutes } = project
    if (counterparts.every(isKnown) && substitutes.every(isKnown)) return project
    return { ...project, counterparts: counterparts.filter(isKnown), substitutes: substitutes.filter(isKnown) }
  }

  #origins(builtIn: (id: string) => Project | undefined): Map<string, Origin> {
    const layerName = (place: Place) => this.#builtIn.layers.find(({ id }) => id === place)?.name ?? 'cannot be placed'
    const origins = new Map<string, Origin>()
    for (const [id, { place }] of this.#own) origins.set(id, { kind: 'own', places: [place], changes: [] })
    for (const [id, { changes, places }] of this.#changed) {
      const says = once(() => changes.flatMap((change) => sayChange(change, builtIn(id), layerName)))
      origins.set(id, {
        kind: 'changed',
        places,
        get changes() {
          return says()
        },
      })
    }
    for (const [id, { place }] of this.#layers) {
      origins.set(layerKey(id), { kind: 'changed', places: [place], changes: [] })
    }
    return origins
  }

  #isBuiltIn(overlay: Overlay, id: string, path: readonly PropertyKey[]): boolean {
    if (this.#heads.has(id)) return true
    this.#reportUnknown(overlay, id, path)
    return false
  }

  #reportUnknown(overlay: Overlay, id: string, path: readonly PropertyKey[]): void {
    const meant = nearest(id, [...this.#heads.keys(), ...this.#own.keys()])
    const range = overlay.rangeOf(path)
    const fixes = meant === undefined ? [] : [{ title: `Change to '${meant}'`, edit: { ...range, text: meant } }]
    this.#report(overlay, path, `There is no project '${id}'.${meant === undefined ? '' : ` Is it '${meant}'?`}`, fixes)
  }

  #report(overlay: Overlay, path: readonly PropertyKey[], message: string, fixes: readonly OverlayFix[] = []): void {
    this.#add(overlay, { ...overlay.rangeOf(path), severity: 'error', message, fixes })
  }

  #add({ uri }: Overlay, problem: OverlayProblem): void {
    const problems = this.problems.get(uri)
    if (problems) problems.push(problem)
    else this.problems.set(uri, [problem])
  }
}

/** By each way to write it, who is called so. */
function namesIn(heads: readonly ProjectHead[]): Map<string, Named[]> {
  const names = new Map<string, Named[]>()
  for (const { id, name, aliases, tickers } of heads) {
    for (const text of [name, ...aliases.map((alias) => alias.text), ...tickers.map(({ symbol }) => symbol)]) {
      const same = names.get(fold(text))
      if (same) same.push({ id, name })
      else names.set(fold(text), [{ id, name }])
    }
  }
  return names
}

function placeOf({ uri, file, rangeOf }: Overlay, path: readonly PropertyKey[]): OriginPlace {
  const { start, end }: Range = rangeOf(path)
  return { uri, file, start, end }
}
