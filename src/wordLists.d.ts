/** `knowledge/words/`: lists of words by what they do, each as text with a blank between two words. */
declare module '*/words/comparisons.yaml' {
  const lists: Readonly<Record<import('./core/comparisons/cues').CueClass, string>>
  export default lists
}

declare module '*/words/grammar.yaml' {
  const lists: Readonly<
    Record<
      | 'articles'
      | 'indefinite'
      | 'owners'
      | 'prepositions'
      | 'conjunctions'
      | 'negations'
      | 'pronouns'
      | 'verbsBefore'
      | 'auxiliaries'
      | 'deeds'
      | 'irregularDeeds'
      | 'adverbs'
      | 'personal'
      | 'usualNouns'
      | 'afterVerb'
      | 'objects'
      | 'followers',
      string
    >
  >
  export default lists
}
