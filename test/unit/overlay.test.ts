import assert from 'node:assert/strict'
import builtInKnowledge from 'built-in-knowledge'
import { projectCard } from '../../src/core/card'
import { ProjectIndex } from '../../src/core/knowledge/projectIndex'
import { mergeOverlays, type MergedKnowledge } from '../../src/core/overlay/mergeOverlays'
import { noOverlay, overlayNotices } from '../../src/core/overlay/notices'
import type { OverlayProblem } from '../../src/core/overlay/problem'
import { formatOverlayProblem, readOverlay, type Overlay } from '../../src/core/overlay/readOverlay'
import { findMentions } from '../../src/core/recognition/findMentions'
import { buildLexicon } from '../../src/core/recognition/lexicon'
import { today } from './notes'

const source = (file: string) => ({ uri: `file:///vault/${file}`, file })

function read(text: string, file = 'map.yaml'): Overlay {
  const reading = readOverlay(source(file), text)
  assert.ok(reading.ok, reading.ok ? '' : JSON.stringify(reading.problems))
  return reading.overlay
}

/** The map with these files on top: the first has the highest rank. */
function merged(...texts: string[]): MergedKnowledge & { readonly index: ProjectIndex } {
  const result = mergeOverlays(
    builtInKnowledge,
    texts.map((text, at) => read(text, at === 0 ? 'map.yaml' : `map${at + 1}.yaml`)),
  )
  return { ...result, index: new ProjectIndex(result.knowledge) }
}

/** `line "what is marked": message` of each problem of a file alone, whether reading or merging finds it. */
function problemsOf(text: string): string[] {
  return all(text).map(
    (problem) =>
      `${text.slice(0, problem.start).split('\n').length} "${text.slice(problem.start, problem.end)}": ${problem.message}`,
  )
}

function all(text: string): readonly OverlayProblem[] {
  const reading = readOverlay(source('map.yaml'), text)
  if (!reading.ok) return reading.problems
  return mergeOverlays(builtInKnowledge, [reading.overlay]).problems.get(reading.overlay.uri) ?? []
}

/** The text after the first fix of its first problem. */
function fixed(text: string, title?: string): string {
  const fix = all(text)
    .flatMap(({ fixes }) => fixes)
    .find((candidate) => title === undefined || candidate.title === title)
  assert.ok(fix, `no fix '${title}' among ${JSON.stringify(all(text))}`)
  return text.slice(0, fix.edit.start) + fix.edit.text + text.slice(fix.edit.end)
}

const acme = 'projects:\n  - id: acme\n    name: Acme Compute\n    layer: compute\n'

suite('overlay: what the card says of it', () => {
  const lineOf = (change: string) => {
    const { index } = merged(`changes:\n  - id: render\n${change}`)
    const render = index.get('render')
    assert.ok(render)
    return projectCard(render, index, 1, today).split(/ {2}\n|\n\n/)[1]
  }
  test('what is changed, and what is built in', () =>
    assert.equal(
      lineOf('    layer: intelligence\n'),
      '$(account) Changed by you in map.yaml\\: Layer\\: Intelligence; built in\\: Compute',
    ))
  test('the first of several changes, and that there are more', () =>
    assert.equal(
      lineOf('    layer: intelligence\n    questions: { usage: { standing: unknown, reason: Unsure. } }\n'),
      '$(account) Changed by you in map.yaml\\: Layer\\: Intelligence; built in\\: Compute; 1 more, in the map',
    ))
  test('a sentence ends with its own period', () =>
    assert.match(
      lineOf('    does: Mine.\n    questions: { usage: { standing: unknown, reason: Unsure. } }\n') ?? '',
      /^\$\(account\) Changed by you in map\.yaml\\: What it does\\: Mine\. Built in\\: .*[^.]\. 1 more, in the map$/,
    ))
})

suite('overlay: what it adds', () => {
  test('a project with its name and place is enough', () => {
    const { index, knowledge } = merged(acme)
    const project = index.get('acme')
    assert.equal(project?.name, 'Acme Compute')
    assert.ok(index.onFloor('compute').includes(project))
    assert.equal(project.questions.usage.standing, 'unknown')
    assert.deepEqual(knowledge.origins?.get('acme'), {
      kind: 'own',
      places: [{ uri: 'file:///vault/map.yaml', file: 'map.yaml', start: 18, end: 22 }],
      changes: [],
    })
    assert.equal(index.knowledge.heads.length, builtInKnowledge.heads.length + 1)
  })
  test('it is found in notes by name, alias and ticker', () => {
    const { knowledge } = merged(`${acme}    aliases: [Acmeton, acme.io]\n    tickers: [ACME]\n`)
    const mentions = findMentions('Acme Compute, Acmeton, acme.io and $ACME; acmeton is none.', buildLexicon(knowledge))
    assert.deepEqual(
      mentions.map(({ text, project }) => [text, project]),
      [
        ['Acme Compute', 'acme'],
        ['Acmeton', 'acme'],
        ['acme.io', 'acme'],
        ['$ACME', 'acme'],
      ],
    )
  })
  test('what cannot be placed has no floor, and says so', () => {
    const { index } = merged(acme.replace('compute\n', 'none\n'))
    const project = index.get('acme')
    assert.deepEqual(
      index
        .unplaced()
        .map(({ id }) => id)
        .includes('acme'),
      true,
    )
    assert.equal(project?.questions.layer.standing, 'does-not-clear')
  })
  test('a file of comments says nothing', () => {
    assert.deepEqual(problemsOf('# Nothing yet\n'), [])
    assert.deepEqual(problemsOf('projects:\n'), [])
  })
})

suite('overlay: what it changes and hides', () => {
  test('fields that are said count, all others stay', () => {
    const { index, knowledge } = merged(
      'changes:\n  - id: render\n    layer: intelligence\n    layerReason: It sells inference now.\n    questions:\n      usage: { standing: does-not-clear, reason: My own count. }\n    aliases: [Rndr Labs]\n    withoutAliases: [RNDR]\n',
    )
    const render = index.get('render')
    const before = builtInKnowledge.projects.find(({ id }) => id === 'render')
    assert.equal(render?.layer, 'intelligence')
    assert.equal(render.does, before?.does)
    assert.equal(render.questions.usage.reason, 'My own count.')
    assert.deepEqual(render.questions.layer, { evidence: [], standing: 'clears', reason: 'It sells inference now.' })
    assert.ok(!render.tickers.some(({ symbol }) => symbol === 'RNDR'))
    assert.deepEqual(render.aliases.at(-1), { text: 'Rndr Labs', match: 'alone' })
    assert.deepEqual(knowledge.origins?.get('render')?.changes, [
      'Layer: Intelligence; built in: Compute',
      `Its use: does not clear; built in: ${before?.questions.usage.standing === 'clears' ? 'clears' : 'unknown'}`,
      'Also called Rndr Labs',
      'Not called RNDR',
      'More of yours: the reason for its floor',
    ])
  })
  test('a sentence of yours is told beside that of ours', () => {
    const { knowledge } = merged('changes:\n  - id: akash\n    does: My words.\n')
    const ours = builtInKnowledge.projects.find(({ id }) => id === 'akash')?.does ?? ''
    assert.deepEqual(knowledge.origins?.get('akash')?.changes, [`What it does: My words. Built in: ${ours}`])
  })
  test('built-in knowledge is not touched', () => {
    const before = JSON.stringify(builtInKnowledge.projects)
    void merged('changes:\n  - id: render\n    does: Nothing.\nhide: [near]\n').knowledge.projects
    assert.equal(JSON.stringify(builtInKnowledge.projects), before)
  })
  test('what is hidden is nowhere, and its names are told', () => {
    const { index, knowledge } = merged('hide:\n  - near\n')
    assert.equal(index.get('near'), undefined)
    assert.deepEqual(knowledge.hidden, [index.knowledge.hidden?.[0]])
    assert.deepEqual(findMentions('NEAR Protocol', buildLexicon(knowledge)), [])
  })
  test('a network takes its subnets along', () => {
    const { index } = merged('hide: [bittensor]\n')
    assert.equal(index.get('bittensor-sn64'), undefined)
  })
  test('words of a layer', () => {
    const { index, knowledge } = merged('layers:\n  - id: compute\n    shortName: GPUs\n')
    assert.equal(index.layer('compute').shortName, 'GPUs')
    assert.equal(index.layer('compute').name, 'Compute')
    assert.equal(knowledge.origins?.get('layer compute')?.kind, 'changed')
  })
  test('the details stay unread until somebody asks', () => {
    const builtIn = Object.defineProperty({ ...builtInKnowledge }, 'projects', {
      get: () => assert.fail('the details were read'),
    })
    const { knowledge } = mergeOverlays(builtIn, [read('changes:\n  - id: render\n    layer: intelligence\n')])
    assert.equal(knowledge.heads.find(({ id }) => id === 'render')?.layer, 'intelligence')
  })
})

suite('overlay: several files', () => {
  test('the first counts, and the second is told so', () => {
    const { index, problems } = merged(acme, acme.replace('compute\n', 'intelligence\n'))
    assert.equal(index.get('acme')?.layer, 'compute')
    assert.deepEqual(
      problems.get('file:///vault/map2.yaml')?.map(({ message }) => message),
      ["'acme' is in map.yaml already, and that one counts. Keep one of them."],
    )
  })
  test('different fields of one project add up', () => {
    const { index, problems } = merged(
      'changes:\n  - id: render\n    does: One.\n',
      'changes:\n  - id: render\n    does: Two.\n    layer: intelligence\n    aliases: [Rndr Labs]\n',
    )
    assert.equal(index.get('render')?.does, 'One.')
    assert.equal(index.get('render')?.layer, 'intelligence')
    assert.deepEqual(
      problems.get('file:///vault/map2.yaml')?.map(({ message }) => message),
      ["map.yaml says this of 'render' already, and that counts."],
    )
  })
})

suite('overlay: problems', () => {
  const expectProblems = (text: string, ...problems: string[]) => assert.deepEqual(problemsOf(text), problems)
  test('a misspelt layer', () => {
    const text = acme.replace('compute\n', 'computer\n')
    expectProblems(
      text,
      '4 "computer": \'computer\' is no layer. Choose one of: compute, intelligence, agents-data, execution-ux, none.',
    )
    assert.equal(fixed(text), acme)
  })
  test('a layer that is still to be written', () => {
    const layers = 'compute, intelligence, agents-data, execution-ux, none'
    for (const written of ['', "''"]) {
      const [problem] = problemsOf(acme.replace('layer: compute', `layer: ${written}`))
      assert.match(problem ?? '', new RegExp(`^4 .*: 'layer' is missing\\. It is one of: ${layers}\\.$`))
    }
  })
  test('an unknown field', () => {
    const text = `${acme}    alias: [Acmeton]\n`
    expectProblems(text, `5 "alias": There is no field 'alias' here. Is it 'aliases'?`)
    assert.equal(fixed(text), `${acme}    aliases: [Acmeton]\n`)
    assert.equal(fixed(text, "Remove 'alias'"), acme)
    expectProblems(`${acme}    colour: red\n`, `5 "colour": There is no field 'colour' here. Remove it.`)
    expectProblems('project:\n', `1 "project": There is no field 'project' here. Is it 'projects'?`)
  })
  test('a missing field', () =>
    expectProblems('projects:\n  - id: acme\n    layer: none\n', `2 "id: acme": 'name' is missing. Add it.`))
  test('an alias twice', () => {
    const text = `${acme}    aliases: [Acmeton, ACMETON]\n`
    expectProblems(text, `5 "ACMETON": 'ACMETON' is here twice. Remove one of them.`)
    assert.equal(fixed(text), `${acme}    aliases: [Acmeton]\n`)
  })
  test('an alias that means something else too', () => {
    const text = `${acme}    aliases:\n      - Render Network\n      - Acmeton\n`
    expectProblems(
      text,
      `6 "Render Network": 'Render Network' is a name of Render Network too. Which of them a note means, the words around it decide.`,
    )
    assert.equal(fixed(text), `${acme}    aliases:\n      - Acmeton\n`)
  })
  test('an ordinary word as an alias', () => {
    const text = `${acme}    aliases: [Tower]\n`
    expectProblems(
      text,
      `5 "Tower": 'Tower' is an ordinary word. It is marked only where words around it speak for the project.`,
    )
    const after = `${acme}    aliases: [{ text: Tower, match: cues }]\n`
    assert.equal(fixed(text), after)
    expectProblems(after)
    expectProblems(
      `${acme}    aliases: [{ text: Tower, match: alone }]\n`,
      `5 "{ text: Tower, match: alone }": 'Tower' is an ordinary word. It would be marked wherever that word stands.`,
    )
  })
  test('the id of a built-in project', () =>
    expectProblems(
      acme.replace('id: acme', 'id: render'),
      `2 "render": 'render' is built in. To say something else of it, write it under 'changes'; to add another project, choose another id.`,
    ))
  test('an id that nobody has', () => {
    const text = 'changes:\n  - id: rendr\n    does: Nothing.\nhide: [naer]\n'
    expectProblems(
      text,
      `2 "rendr": There is no project 'rendr'. Is it 'render'?`,
      `4 "naer": There is no project 'naer'. Is it 'near'?`,
    )
    assert.equal(fixed(text), text.replace('rendr', 'render'))
    expectProblems(
      `${acme}    counterparts: [nobody-at-all]\n`,
      `5 "nobody-at-all": There is no project 'nobody-at-all'.`,
    )
  })
  test('values of another sort', () => {
    expectProblems('projects: acme\n', `1 "acme": 'projects' must be a list.`)
    expectProblems('- acme\n', `1 "- acme\n": The file must be a record: lines with a name, a colon and a value.`)
    expectProblems(`${acme}    does: 12\n`, `5 "12": 'does' must be text. Put quotes around a number or a date.`)
    expectProblems(`${acme}    aliases: [12]\n`, `5 "12": An entry of 'aliases' must be text or a record.`)
    expectProblems(
      `${acme}    tickers: [$acme]\n`,
      `5 "$acme": An entry of 'tickers' must be 2 to 10 capitals or digits, without $.`,
    )
    expectProblems(
      `${acme}    links: { site: "javascript:alert(1)" }\n`,
      `5 ""javascript:alert(1)"": 'site' must be an address that begins with https://.`,
    )
    expectProblems(
      `${acme}    links: { site: "https://a@b.org" }\n`,
      `5 ""https://a@b.org"": 'site' must not carry a user name.`,
    )
    expectProblems(
      `${acme}    does: ${'x'.repeat(241)}\n`,
      `5 "${'x'.repeat(241)}": 'does' has more than 240 characters. Shorten it.`,
    )
    expectProblems(
      `${acme}    questions: { usage: { standing: clear, reason: Mine. } }\n`,
      `5 "clear": 'standing' cannot be 'clear'. Choose one of: clears, does-not-clear, unknown.`,
    )
  })
  test('broken YAML', () =>
    expectProblems(
      'projects: [\n',
      `1 "[": A bracket before this is not closed, or this line is not indented far enough.`,
    ))
  test('told without an editor: file, line and what to do', () => {
    const text = acme.replace('compute\n', 'computer\n')
    const [problem] = all(text)
    assert.ok(problem)
    assert.equal(
      formatOverlayProblem(source('.crypto-ai-layers/map.yaml'), text, problem),
      ".crypto-ai-layers/map.yaml:4: 'computer' is no layer. Choose one of: compute, intelligence, agents-data, execution-ux, none.",
    )
  })
})

suite('overlay: what the panel says of it', () => {
  const { knowledge } = merged(`${acme}hide: [virtuals]\n`)
  test('what of the map is the user’s', () =>
    assert.deepEqual(overlayNotices(knowledge, noOverlay), [
      { text: 'Your own map is on top: 1 project added and 1 project hidden.', isProblem: false },
    ]))
  test('a file with a problem counts as it was, or when it is put right', () =>
    assert.deepEqual(
      overlayNotices(builtInKnowledge, {
        broken: [
          { file: 'map.yaml', hasLastGood: true },
          { file: 'more.yaml', hasLastGood: false },
        ],
        untrusted: [],
      }),
      [
        {
          text: 'map.yaml has a problem: what it said before still counts. See the Problems view.',
          isProblem: true,
        },
        {
          text: 'more.yaml has a problem, and counts once it is put right. See the Problems view.',
          isProblem: true,
        },
      ],
    ))
  test('Restricted Mode', () =>
    assert.deepEqual(overlayNotices(builtInKnowledge, { broken: [], untrusted: ['map.yaml'] }), [
      {
        text: 'Restricted Mode: only built-in knowledge. map.yaml of this workspace is not read until you trust it.',
        isProblem: true,
      },
    ]))
})
