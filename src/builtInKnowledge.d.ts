/** `knowledge/`, validated and inlined by the build. */
declare module 'built-in-knowledge' {
  export const parts: import('./core/knowledge/startUp').KnowledgeParts
  const knowledge: import('./core/knowledge/schema').Knowledge
  export default knowledge
}
