/** An evaluation as a person answers it. Each key waits for the step that it answers: nothing here rests for a while. */
import assert from 'node:assert/strict'
import { eventually } from './workbench.mjs'

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

const questions = ['What layer does it sit at?', 'Does the token do work?', 'Is anyone using it?']

export class Evaluation {
  /**
   * @param {Workbench} vscode
   * @param {string} project its name, as the titles of the steps say it
   */
  constructor(vscode, project) {
    this.vscode = vscode
    this.project = project
  }

  /** Begins with the project under the cursor, which goes into a word of the note. */
  static async begin(vscode, project, word = project) {
    const evaluation = new Evaluation(vscode, project)
    await vscode.click(word)
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    await evaluation.asks(1)
    return evaluation
  }

  /** Begins with a name that is typed; the cursor goes into a word that names no project. */
  static async beginTyped(vscode, name, word) {
    await vscode.click(word)
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    const evaluation = new Evaluation(vscode, name)
    await evaluation.shows('Evaluate a Project')
    await vscode.quickInput.locator('.quick-input-box input').fill(name)
    await evaluation.choose(name)
    return evaluation
  }

  title() {
    return this.vscode.quickInput.locator('.quick-input-title').innerText()
  }

  /** Waits for a title of the open step. The first one of a window comes when the extension has started and read. */
  async shows(title) {
    await eventually(async () => assert.equal(await this.title(), title), 90_000)
  }

  /** Waits for the answers to a question: 1, 2 or 3. */
  async asks(number) {
    await this.shows(`${this.project}: ${questions[number - 1]} (${number}/4)`)
    await this.row('Unsure').waitFor()
  }

  /** Waits for the line of text that goes with an answer. */
  async asksWhy(number, placeholder = 'Why? (optional)') {
    await this.shows(`${this.project}: ${questions[number - 1]} (${number}/4)`)
    await this.vscode.quickInput.getByPlaceholder(placeholder).waitFor()
  }

  /** Waits for the verdict, behind which the places are to choose from. */
  async comesTo(verdict) {
    await this.shows(`${this.project}: ${verdict}`)
    await this.row('Copy to the clipboard').waitFor()
  }

  enter() {
    return this.vscode.page.keyboard.press('Enter')
  }

  back() {
    return this.vscode.quickInput.getByRole('button', { name: 'Back' }).click()
  }

  /** Chooses a row of the open step. */
  choose(label) {
    return this.row(label).click()
  }

  /** Waits until VS Code offers to go on at the first reason, and what was typed there is there again. */
  async isOfferedAgain(text) {
    const offer = this.vscode.page.locator('.notifications-toasts .notification-list-item').filter({
      hasText: `Your evaluation of ${this.project} was interrupted. Your answers are kept.`,
    })
    await offer.waitFor({ timeout: 60_000 })
    await offer.getByRole('button', { name: 'Continue' }).click()
    await this.asksWhy(1)
    assert.equal(await this.vscode.quickInput.locator('.quick-input-box input').inputValue(), text)
  }

  /** Leaves with Escape. */
  async leave() {
    await this.vscode.page.keyboard.press('Escape')
    await this.vscode.quickInput.waitFor({ state: 'hidden' })
  }

  /** Answers questions from one on by the row with a label, or with Enter, and gives no reasons of its own. */
  async answerFrom(number, labels = []) {
    for (let question = number; question <= 3; question++) await this.answerOne(question, labels[question - number])
    await this.isSure()
  }

  /** Answers one question by the row with a label, or with Enter, and gives no reason of its own. */
  async answerOne(number, label) {
    await this.asks(number)
    if (label === undefined) await this.enter()
    else await this.choose(label)
    await this.asksWhy(number)
    await this.enter()
  }

  /** Takes the confidence that is offered. */
  async isSure() {
    await this.shows(`${this.project}: How sure are you? (4/4)`)
    await this.row('Medium').waitFor()
    await this.enter()
  }

  /** A row of the open step, by some of its text. */
  row(label) {
    return this.vscode.quickInput.locator('.monaco-list-row').filter({ hasText: label }).first()
  }
}
