// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Adds up the reports of all suites in a folder, names what failed and what was skipped, and ends with the line
// "N passed, N failed, N skipped". Exit status 1 when anything failed.
import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []
const skips = new Map()

function count(outcome, name, reason = '') {
  total[outcome] += 1
  if (outcome === 'failed') failures.push(reason ? `${name}\n${firstLines(reason)}` : name)
  if (outcome === 'skipped') skips.set(reason, (skips.get(reason) ?? 0) + 1)
}

// The beginning of what a failed test said, without the colours of a terminal.
function firstLines(text) {
  const plain = text.replace(/\x1b\[[0-9;]*m/g, '').split('\n').filter((line) => line.trim())
  return plain.slice(0, 12).map((line) => `  ${line.slice(0, 200)}`).join('\n')
}

function where(error) {
  return error?.location ? `at ${error.location.file.split('/').pop()}:${error.location.line}` : ''
}

function countGoogleTest(report) {
  for (const suite of report.testsuites ?? []) {
    for (const test of suite.testsuite ?? []) {
      const name = `${suite.name}.${test.name}`
      if (test.failures?.length) count('failed', name, test.failures[0].failure)
      else if (test.result === 'SKIPPED') count('skipped', name, test.skipped?.[0]?.message?.trim() ?? name)
      else if (test.status === 'RUN') count('passed', name)
    }
  }
}

function countVitest(report) {
  for (const file of report.testResults ?? []) {
    if (file.assertionResults.length === 0 && file.status === 'failed') count('failed', file.name)
    for (const test of file.assertionResults) {
      const outcome = { passed: 'passed', failed: 'failed' }[test.status] ?? 'skipped'
      count(outcome, test.fullName, outcome === 'failed' ? test.failureMessages?.join('\n') : test.fullName)
    }
  }
}

function countPlaywright(report) {
  const walk = (suite, path) => {
    const here = [...path, suite.title].filter(Boolean)
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const outcome = { expected: 'passed', skipped: 'skipped' }[test.status] ?? 'failed'
        const reason = test.annotations.find((note) => note.type === 'skip')?.description
        const error = test.results.find((result) => result.error)?.error
        count(outcome, `${test.projectName}: ${[...here, spec.title].join(' › ')}`,
          outcome === 'failed' ? `${error?.message ?? test.results.map((result) => result.status).join(' ')}\n${where(error)}` : (reason ?? spec.title))
      }
    }
    for (const inner of suite.suites ?? []) walk(inner, here)
  }
  for (const suite of report.suites ?? []) walk(suite, [])
  for (const error of report.errors ?? []) count('failed', error.message)
}

function countTap(text) {
  for (const line of text.split('\n')) {
    if (line.startsWith('ok ')) {
      const reason = /# SKIP (.*)/.exec(line)?.[1]
      count(reason ? 'skipped' : 'passed', line, reason)
    } else if (line.startsWith('not ok ')) {
      count('failed', line)
    }
  }
}

const readers = [
  ['.gtest.json', (text) => countGoogleTest(JSON.parse(text))],
  ['.vitest.json', (text) => countVitest(JSON.parse(text))],
  ['.playwright.json', (text) => countPlaywright(JSON.parse(text))],
  ['.tap', countTap],
]

for (const file of readdirSync(folder).filter((name) => name.endsWith('.code')).sort()) {
  const name = file.slice(0, -'.code'.length)
  const code = Number(readFileSync(join(folder, file), 'utf8'))
  const failedBefore = total.failed
  const reader = readers.find(([ending]) => existsSync(join(folder, name + ending)))
  if (reader) reader[1](readFileSync(join(folder, name + reader[0]), 'utf8'))
  else if (code === 0) count('passed', name)
  if (code !== 0 && total.failed === failedBefore) count('failed', `${name} ended with status ${code}`)
}

for (const [reason, times] of skips) console.log(`skipped ${times}: ${reason}`)
for (const name of failures) console.log(`FAILED ${name}`)
const skipped = total.skipped ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed ? 1 : 0)
