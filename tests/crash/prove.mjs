// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// bin/prove: kills the server again and again and says whether a word was lost.
//   --cycles N    on SQLite (default 2000)         --postgres N  on PostgreSQL (default 100, 0: none)
//   --json        the figures as JSON              --tap FILE    a TAP report for bin/test
// Four runs: SQLite; SQLite on a disk that forgets what was not synced; PostgreSQL; and the control, a server that
// answers before it commits and does not sync, on the forgetful disk. The control must lose words, else the whole is invalid.
import { existsSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { Oracle } from './oracle.mjs'

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '2000' }, postgres: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false }, tap: { type: 'string' }, binary: { type: 'string' }, build: { type: 'string', default: 'build/release' },
  },
})
const binary = values.binary ?? process.env.XIESHANG_BINARY ?? 'build/release/xieshang'
const here = (name) => `${process.cwd()}/${values.build}/tests/${name}`
const libraries = { trap: here('libstorage_trap.so'), forgetful: here('libforgetful_disk.so') }
const cycles = Number(values.cycles)
const common = { binary, inspector: binary, libraries, cyclesAHouse: 20 }
const address = process.env.XIESHANG_TEST_POSTGRES ?? ''

let databases = 0
function freshDatabase() {
  const name = `crash_${process.pid}_${(databases += 1)}`
  execFileSync('psql', ['-qAt', address, '-c', `CREATE DATABASE ${name}`])
  return address.replace('/postgres?', `/${name}?`)
}

const controlCycles = Math.max(4, Math.min(40, Math.round(cycles / 20)))
const runs = [
  { name: 'SQLite', cycles },
  { name: 'SQLite on a disk that forgets', cycles: Math.max(4, Math.round(cycles / 4)), forgets: true },
  { name: 'PostgreSQL', cycles: address ? Number(values.postgres) : 0, database: freshDatabase },
  { name: 'control: answers before it commits, does not sync', cycles: controlCycles, forgets: true, control: true,
    binary: here('hasty_server'), cyclesAHouse: 1 },
  { name: 'control: the real server on a disk whose sync lies', cycles: controlCycles, forgets: true, lies: true, control: true,
    cyclesAHouse: 1 },
]

function report(oracle) {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\x1b[K${oracle.run.name}: ${oracle.totals.cycles}/${oracle.run.cycles} cycles, ${oracle.totals.acknowledged} acknowledged`)
  }
}

function isRight(run, figures) {
  const losses = figures.lost + figures.ghosts + figures.duplicates + figures.unsound + figures.surprises
  if (run.control) return figures.lost > 0
  return losses === 0 && figures.acknowledged > 0 && figures.cycles === run.cycles
}

const lines = []
const answers = []
let right = true
for (const run of runs) {
  const number = lines.length + 1
  if (!run.cycles) {
    lines.push(`ok ${number} - ${run.name} # SKIP ${address ? 'not asked for' : 'PostgreSQL is not here'}`)
    continue
  }
  if (!existsSync(libraries.trap)) throw new Error(`${libraries.trap} is not there: ninja -C ${values.build} storage_trap forgetful_disk hasty_server`)
  const oracle = new Oracle({ ...common, ...run })
  const figures = await oracle.prove(report).catch((trouble) => {
    oracle.surprises.unshift(trouble.stack)
    return { ...oracle.figures(), surprises: oracle.surprises.length }
  })
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  const good = isRight(run, figures)
  right &&= good
  answers.push({ run: run.name, ...figures, ...(run.control ? { valid: good } : {}) })
  const text = Object.entries(figures).map(([name, value]) => `${name.replace('_ms', ' ms').replaceAll('_', ' ')} ${value}`).join(', ')
  const verdict = good ? '' : run.control ? ' INVALID: the control lost nothing' : ' FAILED'
  lines.push(`${good ? 'ok' : 'not ok'} ${number} - ${run.name}: ${text}`)
  if (!values.json) console.log(`${run.name}: ${text}${verdict}`)
  if (!good || process.env.PROVE_EXAMPLES) for (const line of [...oracle.verdict.examples, ...oracle.surprises].slice(0, 20)) console.error(`  ${line}`)
}
if (values.json) console.log(JSON.stringify(answers, null, 2))
if (values.tap) writeFileSync(values.tap, `${lines.join('\n')}\n1..${lines.length}\n`)
process.exit(right ? 0 : 1)
