/** `knowledge/`, validated and inlined by the build. */
declare module 'built-in-knowledge' {
  const knowledge: import('./core/knowledge/schema').Knowledge
  export default knowledge
}
