/** Look-ups over validated knowledge: who is where, who belongs to whom, who can be compared with whom. */
import type { Knowledge, Layer, LayerId, Project, ProjectHead, QuestionId, Question } from './schema'

/** Kinds that have no token and stand beside the map: the centralized stack and open weights. */
export function isBesideTheMap(project: Pick<ProjectHead, 'kind'>): boolean {
  return project.kind === 'centralized' || project.kind === 'open-weights'
}

/** The symbol that stands for a project in small places: its current ticker, else `SN64` for a subnet, else ''. */
export function tickerOf(project: ProjectHead): string {
  const current = project.tickers.find((ticker) => ticker.until === undefined)
  if (current) return current.symbol
  return project.netuid === undefined ? '' : `SN${project.netuid}`
}

export class ProjectIndex {
  readonly #heads: ReadonlyMap<string, ProjectHead>
  #projects: ReadonlyMap<string, Project> | undefined
  readonly #layers: ReadonlyMap<LayerId, Layer>

  constructor(readonly knowledge: Knowledge) {
    this.#heads = new Map(knowledge.heads.map((head) => [head.id, head]))
    this.#layers = new Map(knowledge.layers.map((layer) => [layer.id, layer]))
  }

  /** Names and place of a project: what badges need. */
  head(id: string): ProjectHead | undefined {
    return this.#heads.get(id)
  }

  /** All that is known of a project. */
  get(id: string): Project | undefined {
    this.#projects ??= new Map(this.knowledge.projects.map((project) => [project.id, project]))
    return this.#projects.get(id)
  }

  layer(id: LayerId): Layer {
    const layer = this.#layers.get(id)
    if (!layer) throw new Error(`knowledge has no layer '${id}'`)
    return layer
  }

  /** The floor of a project, if it can be placed. */
  layerOf({ layer }: Pick<ProjectHead, 'layer'>): Layer | undefined {
    return layer === 'none' ? undefined : this.layer(layer)
  }

  question(id: QuestionId): Question {
    const question = this.knowledge.questions.find((candidate) => candidate.id === id)
    if (!question) throw new Error(`knowledge has no question '${id}'`)
    return question
  }

  /** The network that a subnet belongs to. */
  parentOf(project: ProjectHead): Project | undefined {
    const parent = project.relations.find((relation) => relation.type === 'subnet-of')
    return parent && this.get(parent.project)
  }

  /** Subnets of a network, by netuid. */
  subnetsOf(project: Project): readonly Project[] {
    return this.knowledge.projects
      .filter((candidate) => this.parentOf(candidate) === project)
      .sort((a, b) => (a.netuid ?? 0) - (b.netuid ?? 0))
  }

  /**
   * Projects that sit on a floor, those with the most to show for first: everything with a place of its own there,
   * subnets and counterparts left out.
   */
  onFloor(layer: LayerId): readonly Project[] {
    return this.knowledge.projects
      .filter((project) => project.layer === layer && project.kind !== 'subnet' && !isBesideTheMap(project))
      .sort(bySubstance)
  }

  /** Projects that cannot be placed on a floor, slots of subnets left out. */
  unplaced(): readonly Project[] {
    return this.knowledge.projects.filter(({ layer, kind }) => layer === 'none' && kind !== 'subnet').sort(bySubstance)
  }

  /** The centralized stack or the open weights beside a floor. */
  besideFloor(layer: LayerId, kind: 'centralized' | 'open-weights'): readonly Project[] {
    return this.knowledge.projects.filter((project) => project.layer === layer && project.kind === kind)
  }

  /**
   * What a project can fairly be compared with: its own kind on its own floor, its substitutes first. Subnets compare with subnets of the
   * same network on their floor, and with its networks when they left their parent's floor; networks with networks; members of one alliance are parts of one bet and are left out.
   */
  comparableWith(project: Project): readonly Project[] {
    const substitutes = project.substitutes.map((id) => this.get(id)).filter((other) => other !== undefined)
    return [...substitutes, ...this.#onSameFloor(project).filter(({ id }) => !project.substitutes.includes(id))]
  }

  #onSameFloor(project: Project): readonly Project[] {
    if (project.layer === 'none') return []
    if (isBesideTheMap(project)) {
      return this.knowledge.projects.filter(
        (other) => other !== project && other.layer === project.layer && other.kind === project.kind,
      )
    }
    const parent = this.parentOf(project)
    if (parent) {
      const sisters = this.subnetsOf(parent)
        .filter((other) => other !== project && other.layer === project.layer)
        .sort(bySubstance)
      return project.layer === parent.layer ? sisters : [...sisters, ...this.onFloor(project.layer)]
    }
    return this.onFloor(project.layer).filter((other) => other !== project && !this.#sameBet(project, other))
  }

  /** The alliance that a project is in today. */
  allianceOf(project: Project): Project | undefined {
    const id = currentAlliance(project)
    return id === undefined ? undefined : this.get(id)
  }

  counterpartsOf(project: Project): readonly Project[] {
    return project.counterparts.map((id) => this.get(id)).filter((other) => other !== undefined)
  }

  #sameBet(a: Project, b: Project): boolean {
    const [allianceOfA, allianceOfB] = [currentAlliance(a), currentAlliance(b)]
    return allianceOfA === b.id || allianceOfB === a.id || (allianceOfA !== undefined && allianceOfA === allianceOfB)
  }
}

/** The id of the alliance that a project is in today. */
function currentAlliance(project: Project): string | undefined {
  return project.relations.filter((relation) => relation.type === 'member-of').find(({ until }) => until === undefined)
    ?.project
}

/** Most questions cleared first, then most evidence, then by name. */
function bySubstance(a: Project, b: Project): number {
  return clearedCount(b) - clearedCount(a) || b.evidence.length - a.evidence.length || (a.name < b.name ? -1 : 1)
}

function clearedCount({ questions }: Project): number {
  return Object.values(questions).filter(({ standing }) => standing === 'clears').length
}
