/** A row of the subnet table as a project: what all subnets share is said here once. */
import type { Project, Subnet } from './schema'

/** Source of what every subnet's token does: dTAO, since 13 February 2025. */
const dynamicTao = {
  title: 'CoinMarketCap AI: Bittensor, latest updates (dTAO)',
  url: 'https://coinmarketcap.com/cmc-ai/bittensor/latest-updates/',
  date: '2026-04',
}

/** `asOf` is the day on which the table's names were read from the chain. */
export function subnetProject(subnet: Subnet, asOf: string): Project {
  const { netuid, name, placeholder, does, layer = 'none' } = subnet
  const isEmpty = placeholder !== undefined
  return {
    id: `bittensor-sn${netuid}`,
    name,
    kind: 'subnet',
    netuid,
    layer,
    layerReason: isEmpty
      ? 'The slot is Bittensor’s; no project uses it.'
      : `The floor of what it sells, not of Bittensor as a whole.`,
    ...(subnet.secondLayer ? { secondLayer: subnet.secondLayer } : {}),
    does: isEmpty ? `A slot without a project: ${placeholder} (${asOf}).` : (does ?? 'What it sells is not known.'),
    relations: [
      { type: 'subnet-of', project: 'bittensor' },
      ...subnet.formerNames.map(({ name: former, until }) => ({
        type: 'formerly' as const,
        name: former,
        ...(until === undefined ? {} : { until }),
      })),
    ],
    tickers: [],
    aliases: subnet.aliases,
    ambiguity: {
      senses: [],
      cues: [...(subnet.team === undefined || subnet.team.length > 40 ? [] : [subnet.team]), ...subnet.cues],
      counterCues: subnet.counterCues,
    },
    questions: {
      layer:
        isEmpty || does === undefined
          ? {
              standing: 'does-not-clear',
              reason: isEmpty ? 'There is nothing to place.' : 'What it sells is not known, so it cannot be placed.',
              evidence: [],
            }
          : { standing: 'clears', reason: does, evidence: [] },
      token: isEmpty
        ? { standing: 'unknown', reason: 'The slot has no project whose token could do work.', does: [], evidence: [] }
        : {
            standing: 'clears',
            reason:
              'TAO staked into its alpha token steers emissions to it; miners, validators and the owner are paid in it.',
            does: ['staking', 'emissions'],
            source: dynamicTao,
            evidence: [],
          },
      usage: {
        standing: 'unknown',
        reason:
          subnet.evidence.length > 0
            ? 'A number is on record; it is not judged yet.'
            : 'No number for its use was found.',
        evidence: subnet.evidence.map(({ id }) => id).slice(0, 6),
      },
    },
    evidence: subnet.evidence,
    counterparts: [],
    substitutes: [],
    entryPoints: [],
    events: [],
    links: {},
    unverified: [],
  }
}
