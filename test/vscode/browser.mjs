/**
 * The browser in which VS Code for the web is tested: the installed Chromium or Chrome, or else the one that the npm
 * package `@sparticuz/chromium` carries along with the system libraries and fonts that a bare machine lacks.
 */
import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { chromium } from 'playwright-core'
import { cacheFolder, temporaryFolder } from './folders.mjs'

const programFiles = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
const installed = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: programFiles.flatMap((folder) => [
    `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
}

/**
 * Launches it without a window.
 * @param {{ scale?: number }} [options] how many pixels of a picture make one of the page
 * @returns {Promise<import('playwright-core').BrowserContext>}
 */
export async function launchBrowser({ scale = 1 } = {}) {
  const profile = temporaryFolder('profile')
  // The pages of webviews are third parties of the workbench, and register a service worker: "block third-party
  // cookies" would leave them empty. A private ("incognito") context always blocks them, hence the profile.
  mkdirSync(path.join(profile, 'Default'))
  writeFileSync(
    path.join(profile, 'Default/Preferences'),
    JSON.stringify({ profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } }),
  )
  return chromium.launchPersistentContext(profile, {
    ...(await findBrowser()),
    headless: true,
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // Nothing outside of this machine can change how a test ends.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
    ],
  })
}

/** @returns {Promise<{ executablePath: string, env?: Record<string, string> }>} */
async function findBrowser() {
  const named = process.env['CHROMIUM_EXECUTABLE']
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_EXECUTABLE names ${named}, which does not exist.`)
  const found = named ?? installed[process.platform]?.find((file) => existsSync(file))
  if (found) return { executablePath: found }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser()
  throw new Error('No Chromium or Chrome was found: install one, or give its path in CHROMIUM_EXECUTABLE.')
}

async function unpackBrowser() {
  const require = createRequire(import.meta.url)
  const source = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '../../bin')
  const { version } = JSON.parse(readFileSync(path.join(source, '../package.json'), 'utf8'))
  const target = path.join(cacheFolder(), `chromium-${version}`)
  if (!existsSync(target)) {
    // Unpacked beside its place and moved there whole: an interrupted run leaves nothing half done.
    const folder = mkdtempSync(path.join(cacheFolder(), 'unpacking-'))
    const part = (name) => createReadStream(path.join(source, name)).pipe(createBrotliDecompress())
    await Promise.all([
      pipeline(part('chromium.br'), createWriteStream(path.join(folder, 'chromium'), { mode: 0o755 })),
      untar(part('al2023.tar.br'), folder),
      untar(part('fonts.tar.br'), folder),
    ])
    try {
      renameSync(folder, target)
    } catch (error) {
      rmSync(folder, { recursive: true })
      if (!existsSync(target)) throw error // otherwise another run was quicker
    }
  }
  const fonts = path.join(target, 'fonts.conf')
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
      <dir>${target}/fonts</dir><cachedir>${target}/font-cache</cachedir>
    </fontconfig>\n`,
  )
  const env = { ...process.env, LD_LIBRARY_PATH: path.join(target, 'lib'), FONTCONFIG_FILE: fonts }
  return { executablePath: path.join(target, 'chromium'), env: /** @type {Record<string, string>} */ (env) }
}

function untar(stream, folder) {
  return new Promise((resolve, reject) => {
    const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'inherit', 'inherit'] })
    tar.once('error', reject)
    tar.once('close', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`tar ended with code ${code}`))))
    // tar stops reading at the archive's end mark, which can be before the end of the stream: no error.
    tar.stdin.on('error', () => {})
    stream.once('error', reject).pipe(tar.stdin)
  })
}
