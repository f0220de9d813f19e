import { stringify } from 'yaml'

/** Text as YAML that is read as that text, also in brackets: with quotes only where it needs them. */
export function yamlText(text: string): string {
  const written = stringify(text, { lineWidth: 0 }).trimEnd()
  return /^["']|^[^[\]{},\n]+$/.test(written) ? written : JSON.stringify(text)
}
