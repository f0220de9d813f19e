/** What a person can do with a project this week without writing code: said, dated, and never done for them. */
import { sayDate, sayList } from './figures'
import type { Project } from './knowledge/schema'

type EntryPoint = Project['entryPoints'][number]

const kindWords: Readonly<Record<EntryPoint['kind'], string>> = {
  query: 'Try it',
  stake: 'Stake on it',
  app: 'Use an app',
  docs: 'Read the docs',
}

const needWords: Readonly<Record<EntryPoint['needs'][number], string>> = {
  account: 'an account',
  wallet: 'a wallet',
  'api-key': 'an API key',
  payment: 'a payment',
  'money-at-risk': 'money at risk',
}

/** `Try it`, `Stake on it`… */
export function entryPointName({ kind }: EntryPoint): string {
  return kindWords[kind]
}

/** `needs an account and a payment, May 2026`. */
export function sayNeeds({ needs, asOf }: EntryPoint): string {
  return `needs ${needs.length === 0 ? 'nothing' : sayList(needs.map((need) => needWords[need]))}, ${sayDate(asOf)}`
}

/** `Needs an account and a payment. From 3 USD a month. Risk: … Seen May 2026.` */
export function sayEntryPoint({ needs, cost, risk, asOf }: EntryPoint): string {
  return [
    `Needs ${needs.length === 0 ? 'nothing' : sayList(needs.map((need) => needWords[need]))}.`,
    sentence(cost ?? ''),
    risk === undefined ? '' : sentence(`Risk: ${risk}`),
    `Seen ${sayDate(asOf)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function sentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`
}
