import type { SourceView } from '../core/views'

/** Where a fact stands: a link that VS Code opens outside, or only a title. */
export function Source({ source }: { readonly source: SourceView }) {
  if (!source.url?.startsWith('https://')) return <>{source.title || 'Source without a title'}</>
  return (
    <a href={source.url} title={source.url}>
      {source.title || source.url}
    </a>
  )
}
