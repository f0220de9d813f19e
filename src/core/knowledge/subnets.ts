/** A row of the subnet table as a project: what all slots share is said here once. */
import type { Project, Subnet, SubnetsFile } from './schema'

export function subnetProject(subnet: Subnet, { asOf, entryPoints }: SubnetsFile): Project {
  const { netuid, name, layer, placeholder, questions, aliases, evidence, counterparts, substitutes } = subnet
  return {
    id: `bittensor-sn${netuid}`,
    name,
    kind: 'subnet',
    netuid,
    layer,
    layerReason: questions.layer.reason,
    does:
      placeholder === undefined
        ? (subnet.does ?? 'What it sells is not known.')
        : `A slot without a project: ${placeholder} (${asOf}).`,
    relations: [
      { type: 'subnet-of', project: 'bittensor' },
      ...subnet.formerNames.map(({ name: former, until }) => ({
        type: 'formerly' as const,
        name: former,
        ...(until === undefined ? {} : { until }),
      })),
    ],
    tickers: [],
    aliases,
    ambiguity: {
      senses: subnet.senses,
      cues: [...(subnet.team === undefined || subnet.team.length > 40 ? [] : [subnet.team]), ...subnet.cues],
      counterCues: subnet.counterCues,
    },
    questions,
    evidence,
    counterparts,
    substitutes,
    entryPoints: placeholder === undefined ? entryPoints : [],
    events: [],
    links: subnet.links,
    unverified: subnet.unverified,
  }
}
