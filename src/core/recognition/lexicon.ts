/** Every name that can mean a project, and every word that helps to tell: compiled once for a state of knowledge. */
import { isBesideTheMap } from '../knowledge/projectIndex'
import type { AliasMatch, Project } from '../knowledge/schema'
import { buildTermTable, type TermTable } from './termTable'
import { fold } from './words'

/** A way to write a project. */
export interface Alias {
  readonly text: string
  readonly folded: string
  readonly project: string
  /** How it may match; `netuid` for the forms that every subnet has (SN64, subnet 64). */
  readonly match: AliasMatch | 'netuid'
  /** A ticker takes a `$` before it. */
  readonly isTicker: boolean
  /** Written in capitals, as tickers and abbreviations are. */
  readonly isCapitals: boolean
  /** In lower case it is an ordinary word (near, render), not just the same letters (tao, icp). */
  readonly isWord: boolean
  /** False for the centralized and open-weight systems, whose names say nothing about crypto. */
  readonly isCrypto: boolean
}

/** A word that speaks for or against a sense: of one project, or of crypto notes in general. */
interface Cue {
  readonly folded: string
  /** Absent: speaks for crypto in general. */
  readonly project?: string
  readonly speaks: 'for' | 'against'
}

export interface Lexicon {
  readonly aliases: TermTable<Alias>
  readonly cues: TermTable<Cue>
  /** Subnets by netuid. */
  readonly subnets: ReadonlyMap<number, Alias>
  /** Projects whose sure mentions speak for a project: parents, subnets, members of one alliance. */
  readonly relatives: ReadonlyMap<string, ReadonlySet<string>>
}

/** Words that a netuid follows. */
export const netuidWords: readonly string[] = ['sn', 'subnet', 'netuid']

/**
 * Words of crypto notes that ordinary notes hardly use. Source: the "crypto neighbours" that held across sampled
 * texts, without those that other fields use as often (network, chain, node, protocol, block).
 */
const cryptoWords = [
  'token',
  'tokens',
  'tokenomics',
  'tokenized',
  'crypto',
  'cryptocurrency',
  'altcoin',
  'altcoins',
  'coin',
  'coins',
  'defi',
  'depin',
  'dao',
  'dapp',
  'dapps',
  'dex',
  'cex',
  'web3',
  'onchain',
  'on-chain',
  'off-chain',
  'blockchain',
  'mainnet',
  'testnet',
  'layer 1',
  'layer 2',
  'l1',
  'l2',
  'smart contract',
  'smart contracts',
  'wallet',
  'wallets',
  'stake',
  'staked',
  'staking',
  'staker',
  'stakers',
  'unstake',
  'validator',
  'validators',
  'miner',
  'miners',
  'emissions',
  'halving',
  'airdrop',
  'airdrops',
  'tge',
  'market cap',
  'mcap',
  'fdv',
  'tvl',
  'liquidity',
  'bullish',
  'bearish',
  'hodl',
  'holders',
  'degen',
  'memecoin',
  'dtao',
  'bittensor subnet',
  'gas fees',
  'usdc',
  'usdt',
  'bitcoin',
  'btc',
  'ethereum',
  'eth',
  'solana',
  'binance',
  'coinbase',
  'coingecko',
  'decentralized ai',
  'decentralised ai',
  'decentralized compute',
  'gpu marketplace',
  'crypto ai',
  'rotation',
  'alt season',
  'ticker',
]

/** A subnet with these words around it is one of IP networks. */
const ipNetworkWords = [
  'vpc',
  'cidr',
  'mask',
  'netmask',
  'gateway',
  'router',
  'routers',
  'routing',
  'route table',
  'ipv4',
  'ipv6',
  'ip address',
  'ip addresses',
  'dhcp',
  'nat',
  'vlan',
  'availability zone',
  'firewall',
  'ec2',
  'security group',
  'host bits',
  'broadcast',
]

export function buildLexicon(projects: readonly Project[]): Lexicon {
  const cues: Cue[] = cryptoWords.map((folded) => ({ folded, speaks: 'for' }))
  for (const { id, ambiguity, kind } of projects) {
    if (kind === 'subnet')
      cues.push(...ipNetworkWords.map((folded): Cue => ({ folded, project: id, speaks: 'against' })))
    for (const cue of ambiguity.cues) cues.push({ folded: fold(cue), project: id, speaks: 'for' })
    for (const cue of ambiguity.counterCues) cues.push({ folded: fold(cue), project: id, speaks: 'against' })
  }
  return {
    aliases: buildTermTable(projects.flatMap(aliasesOf), netuidWords),
    cues: buildTermTable(cues),
    subnets: new Map(
      projects.flatMap((project) =>
        project.netuid === undefined ? [] : [[project.netuid, netuidAlias(project, project.netuid)]],
      ),
    ),
    relatives: relativesOf(projects),
  }
}

function aliasesOf(project: Project): Alias[] {
  const isCrypto = !isBesideTheMap(project)
  // A ticker that repeats a name of several meanings is that word too: OCEAN and Ocean.
  const words = new Set(
    project.aliases
      .filter(({ text, match }) => match === 'cues' && /^\p{Lu}\p{Ll}+$/u.test(text))
      .map(({ text }) => fold(text)),
  )
  const alias = (text: string, match: Alias['match'], isTicker: boolean): Alias => ({
    text,
    folded: fold(text),
    project: project.id,
    match,
    isTicker,
    isCapitals: !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text),
    isWord: match === 'word' || words.has(fold(text)),
    isCrypto,
  })
  const tickers = project.tickers.map(({ symbol, match }) => alias(symbol, match, true))
  const names = project.aliases
    .filter(({ text }) => !project.tickers.some(({ symbol }) => symbol === text))
    .map(({ text, match }) => alias(text, match, false))
  const fused = project.netuid === undefined ? [] : [netuidAlias(project, project.netuid)]
  return [...tickers, ...names, ...fused]
}

function netuidAlias(project: Project, netuid: number): Alias {
  const text = `SN${netuid}`
  return {
    text,
    folded: fold(text),
    project: project.id,
    match: 'netuid',
    isTicker: false,
    isCapitals: true,
    isWord: false,
    isCrypto: true,
  }
}

function relativesOf(projects: readonly Project[]): Map<string, Set<string>> {
  const relatives = new Map(projects.map(({ id }) => [id, new Set<string>()]))
  for (const project of projects) {
    for (const { project: other } of project.relations) {
      if (other === undefined) continue
      relatives.get(project.id)?.add(other)
      relatives.get(other)?.add(project.id)
    }
  }
  return relatives
}
