/** Look-ups over validated knowledge: who is where, who belongs to whom, who can be compared with whom. */
import type { Knowledge, Layer, LayerId, Project, QuestionId, Question } from './schema'

/** Kinds that have no token and stand beside the map: the centralized stack and open weights. */
export function isBesideTheMap(project: Project): boolean {
  return project.kind === 'centralized' || project.kind === 'open-weights'
}

/** The symbol that stands for a project in small places: its current ticker, else `SN64` for a subnet, else ''. */
export function tickerOf(project: Project): string {
  const current = project.tickers.find((ticker) => ticker.until === undefined)
  if (current) return current.symbol
  return project.netuid === undefined ? '' : `SN${project.netuid}`
}

export class ProjectIndex {
  readonly #projects: ReadonlyMap<string, Project>
  readonly #layers: ReadonlyMap<LayerId, Layer>

  constructor(readonly knowledge: Knowledge) {
    this.#projects = new Map(knowledge.projects.map((project) => [project.id, project]))
    this.#layers = new Map(knowledge.layers.map((layer) => [layer.id, layer]))
  }

  get(id: string): Project | undefined {
    return this.#projects.get(id)
  }

  layer(id: LayerId): Layer {
    const layer = this.#layers.get(id)
    if (!layer) throw new Error(`knowledge has no layer '${id}'`)
    return layer
  }

  question(id: QuestionId): Question {
    const question = this.knowledge.questions.find((candidate) => candidate.id === id)
    if (!question) throw new Error(`knowledge has no question '${id}'`)
    return question
  }

  /** The network that a subnet belongs to. */
  parentOf(project: Project): Project | undefined {
    const relation = project.relations.find(({ type }) => type === 'subnet-of')
    return relation?.project === undefined ? undefined : this.get(relation.project)
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

  /** The centralized stack or the open weights beside a floor. */
  besideFloor(layer: LayerId, kind: 'centralized' | 'open-weights'): readonly Project[] {
    return this.knowledge.projects.filter((project) => project.layer === layer && project.kind === kind)
  }

  /**
   * What a project can fairly be compared with: its own kind on its own floor. Subnets compare with subnets of the
   * same network on their floor, and with its networks when they left their parent's floor; networks with networks; members of one alliance are parts of one bet and are left out.
   */
  comparableWith(project: Project): readonly Project[] {
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
  return project.relations.find(({ type, until }) => type === 'member-of' && until === undefined)?.project
}

/** Most questions cleared first, then most evidence, then by name. */
function bySubstance(a: Project, b: Project): number {
  return clearedCount(b) - clearedCount(a) || b.evidence.length - a.evidence.length || (a.name < b.name ? -1 : 1)
}

function clearedCount({ questions }: Project): number {
  return Object.values(questions).filter(({ standing }) => standing === 'clears').length
}
