import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { assistantInputs } from '../../src/core/assistantAnswers'
import { cardCommands } from '../../src/core/card'

interface Manifest {
  contributes: {
    commands: { command: string }[]
    configuration: {
      properties: Record<
        string,
        { default: unknown; description: string; enum?: string[]; enumDescriptions?: string[] }
      >
    }
    colors: { id: string; defaults: Record<string, string> }[]
    menus: Record<string, { command: string }[]>
    walkthroughs: { steps: { description: string; media: { svg: string } }[] }[]
    languageModelTools: {
      name: string
      toolReferenceName: string
      inputSchema: { properties: object; required?: string[] }
    }[]
  }
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const sources = [...readdirSync('src/editor').map((name) => `src/editor/${name}`), 'src/core/badge.ts'].map((name) =>
  readFileSync(name, 'utf8'),
)
const allSource = sources.join('\n')
const readme = readFileSync('README.md', 'utf8')
const commands = contributes.commands.map(({ command }) => command).sort()

suite('manifest and code', () => {
  test('every command is registered, and every registered command is contributed', () => {
    const registered = [...allSource.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, id]) => id ?? '').sort()
    assert.deepEqual(registered, commands)
  })
  test('a card runs contributed commands', () => {
    for (const command of Object.values(cardCommands)) assert.ok(commands.includes(command))
  })
  test('every tool for assistants is registered, and takes what it says', () => {
    const registered = [...allSource.matchAll(/registerTool\(\s*'([^']+)'/g)].map(([, name]) => name)
    assert.deepEqual(
      contributes.languageModelTools.map(({ name }) => name),
      registered,
    )
    for (const { name, inputSchema } of contributes.languageModelTools) {
      const schema = assistantInputs[name.replace(/^.*_/, '') as keyof typeof assistantInputs]
      assert.deepEqual(Object.keys(schema.shape), Object.keys(inputSchema.properties))
      assert.equal(schema.safeParse({}).success, inputSchema.required === undefined, name)
    }
  })
  test('the walkthrough has four steps, with pictures and commands that are there', () => {
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps)
    assert.equal(steps.length, 4)
    for (const { description, media } of steps) {
      assert.match(readFileSync(media.svg, 'utf8'), /var\(--vscode-/)
      const named = [...description.matchAll(/\(command:(cryptoAiLayers\.[^)]+)\)/g)].map(([, id]) => id ?? '')
      assert.ok(named.length > 0)
      for (const id of named) assert.ok(commands.includes(id) || id === 'cryptoAiLayers.projects.focus', id)
    }
  })
  test('the sample notes are those that are copied', () => {
    const source = readFileSync('src/editor/sampleVault.ts', 'utf8')
    const listed = [...source.matchAll(/^ {2}'(.*\.md)',$/gm)].map(([, name]) => name)
    const there = readdirSync('test/vault', { recursive: true, encoding: 'utf8' })
    assert.deepEqual(
      listed,
      there
        .filter((name) => name.endsWith('.md'))
        .map((name) => name.replaceAll('\\', '/'))
        .sort(),
    )
  })
  test('menus show contributed commands', () => {
    for (const { command } of Object.values(contributes.menus).flat()) assert.ok(commands.includes(command))
  })
  test('settings, their choices and defaults are those that the code reads', () => {
    const { properties } = contributes.configuration
    assert.deepEqual(Object.fromEntries(Object.entries(properties).map(([id, setting]) => [id, setting.default])), {
      'cryptoAiLayers.badges.style': 'text',
      'cryptoAiLayers.badges.frequency': 'all',
      'cryptoAiLayers.hover.enabled': true,
      'cryptoAiLayers.completion.names': false,
      'cryptoAiLayers.comparisons.severity': 'information',
      'cryptoAiLayers.evidence.staleAfterDays': 180,
      'cryptoAiLayers.recognition.ordinaryWords': [],
      'cryptoAiLayers.index.include': '**/*.{md,mkd,mdwn,mdown,markdown,markdn,mdtxt,mdtext}',
      'cryptoAiLayers.index.exclude': ['**/node_modules/**', '**/.git/**', '**/.obsidian/**', '**/.trash/**'],
      'cryptoAiLayers.evaluations.folder': 'evaluations',
      'cryptoAiLayers.evaluations.recheckAfterDays': 90,
    })
    const fallbacks = /defaultSettings: Settings = (\{.*?\n\})/s.exec(allSource)?.[1] ?? ''
    for (const { default: value } of Object.values(properties)) {
      const written = JSON.stringify(value).replaceAll('"', "'").replaceAll("','", "', '")
      assert.ok(fallbacks.includes(`: ${written},`), written)
    }
    const choices = (name: string) =>
      [...(new RegExp(`${name} = \\[([^\\]]*)\\]`).exec(allSource)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
        ([, choice]) => choice,
      )
    assert.deepEqual(properties['cryptoAiLayers.badges.style']?.enum, choices('badgeStyles'))
    assert.deepEqual(properties['cryptoAiLayers.badges.frequency']?.enum, choices('badgeFrequencies'))
    assert.deepEqual(properties['cryptoAiLayers.comparisons.severity']?.enum, choices('comparisonSeverities'))
    for (const { enum: values, enumDescriptions } of Object.values(properties))
      assert.equal(values?.length, enumDescriptions?.length)
  })
  test('every colour has its four defaults and a badge that uses it', () => {
    assert.equal(contributes.colors.length, 4)
    for (const { id, defaults } of contributes.colors) {
      assert.deepEqual(Object.keys(defaults), ['dark', 'light', 'highContrast', 'highContrastLight'])
      assert.ok(allSource.includes(`'${id}'`), id)
    }
  })
  test('the README names every command and setting', () => {
    for (const { title } of contributes.commands as unknown as { title: string }[])
      assert.ok(readme.includes(title), title)
    for (const id of Object.keys(contributes.configuration.properties)) assert.ok(readme.includes(`\`${id}\``), id)
  })
})
