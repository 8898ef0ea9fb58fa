// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Measures the release binary against peers in the same run: node bench/run.mjs [--json] [--build] [--seconds N]
// Every figure is the median of interleaved runs; a ratio's peer ran in between. Called by bin/bench.
import { performance } from 'node:perf_hooks'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawnSync } from 'node:child_process'
import { Served } from './served.mjs'
import { Nginx, wrk, writeScript } from './load.mjs'
import { run, median, peakMegabytes, rssMegabytes } from './measure.mjs'
import { SigningIn } from './signing_in.mjs'
import { importsRosters } from './rosters.mjs'
import { findsAlikeTexts } from './alike_texts.mjs'
import { sharesSlots } from './equal_shares.mjs'
import { listsTwentyYears } from './plan_years.mjs'

const options = process.argv.slice(2)
const asJson = options.includes('--json')
const seconds = Number(options[options.indexOf('--seconds') + 1]) || 4
const rounds = 3
const xieshang = resolve('build/release/xieshang')
const benchPrograms = resolve('build/bench/bench')
const work = mkdtempSync(join(tmpdir(), 'xieshang-bench-'))
const rows = []
const say = (text) => asJson || console.error(text)

// limit: ['<=', 150] or ['>=', 0.3]
function row(what, value, unit, limit, note = '') {
  const [sign, bound] = limit
  rows.push({ what, value, unit, limit: `${sign} ${bound}`, met: sign === '<=' ? value <= bound : value >= bound, note })
}

async function startsQuickly() {
  say('start to first answer')
  const times = []
  for (let i = 0; i < 7; i += 1) {
    const begin = performance.now()
    const served = await Served.start(xieshang, join(work, 'demo'), { poll: 1 })
    if (i > 0) times.push(performance.now() - begin) // the first start makes the demo data
    await served.stop()
  }
  row('start to first answer, demo data', median(times), 'ms', ['<=', 150])
}

async function readsFast() {
  say('GET of a plan against nginx')
  const served = await Served.start(xieshang, join(work, 'demo'))
  await served.signIn('office')
  const idle = rssMegabytes(served.pid)
  const plan = await served.firstPlan()
  const body = Buffer.from(await (await served.get(`/api/plans/${plan}`)).arrayBuffer())
  writeFileSync(join(work, 'plan.json'), body)
  const nginx = await Nginx.start(work)
  const ours = []
  const peers = []
  for (let i = 0; i < rounds; i += 1) {
    ours.push(wrk(`${served.url}/api/plans/${plan}`, seconds, { Cookie: served.cookie }))
    peers.push(wrk(`${nginx.url}/plan.json`, seconds))
  }
  nginx.stop()
  const [our, peer] = [median(ours.map((r) => r.perSecond)), median(peers.map((r) => r.perSecond))]
  row('GET of a plan with its topics ÷ nginx static file', our / peer, 'x', ['>=', 0.3],
    `${Math.round(our)} against ${Math.round(peer)} a second, ${body.length} bytes`)
  await writesTogether(served)
  row('resident memory, idle', idle, 'MB', ['<=', 60])
  row('resident memory, after the bench', rssMegabytes(served.pid), 'MB', ['<=', 100])
  await served.stop()
}

function commitsAlone(name, environment) {
  const path = join(work, name)
  const result = run(join(benchPrograms, 'single_commits'), [path, String(seconds)], environment)
  return Number(result.stdout)
}

async function writesTogether(served) {
  say('durable writes, the disk as it is')
  const script = writeScript(work, served.cookie)
  const ours = []
  const alone = []
  for (let i = 0; i < rounds; i += 1) {
    ours.push(wrk(`${served.url}/api/plans`, seconds, {}, script))
    alone.push(commitsAlone(`alone-${i}`, {}))
  }
  const refused = ours.reduce((sum, r) => sum + r.notOk, 0)
  const [our, peer] = [median(ours.map((r) => r.perSecond)), median(alone)]
  row('accepted writes over HTTP ÷ one commit a write', our / peer, 'x', ['>=', 1.5],
    `${Math.round(our)} against ${Math.round(peer)} a second, ${refused} not accepted`)
}

async function writesOnSlowDisk() {
  say('durable writes, 2 ms in each sync')
  const slow = { LD_PRELOAD: join(benchPrograms, 'libslow_sync.so'), SLOW_SYNC_US: '2000' }
  const served = await Served.start(xieshang, join(work, 'slow'), { environment: slow })
  await served.signIn('office')
  const script = writeScript(work, served.cookie)
  const ours = []
  const alone = []
  for (let i = 0; i < rounds; i += 1) {
    ours.push(wrk(`${served.url}/api/plans`, seconds, {}, script))
    alone.push(commitsAlone(`slow-${i}`, slow))
  }
  await served.stop()
  const [our, peer] = [median(ours.map((r) => r.perSecond)), median(alone)]
  row('the same with 2 ms in each sync', our / peer, 'x', ['>=', 5],
    `${Math.round(our)} against ${Math.round(peer)} a second`)
}

// Argon2id is the price of each: what two cores can do at most is measured between the runs.
async function signsIn() {
  say('signing in by password')
  const signing = await SigningIn.start(xieshang, join(work, 'sign-in'))
  const ours = []
  const bare = []
  for (let i = 0; i < rounds; i += 1) {
    ours.push(await signing.perSecond(seconds))
    bare.push(Number(run(join(benchPrograms, 'password_hashes'), [String(seconds)]).stdout))
  }
  const [our, limit] = [median(ours), median(bare)]
  row('sign-ins by password', our, '/s', ['>=', 30],
    `the bare hash reaches ${limit.toFixed(1)} on these cores: ${((our / limit) * 100).toFixed(0)} % of the limit`)
  row('peak memory of the server meanwhile', peakMegabytes(signing.served.pid), 'MB', ['<=', 100])
  await signing.served.stop()
}

// What both must not differ by is held against what two tries of one account differ by.
function tellsNothingByTime() {
  say('wrong passwords: 1,000 of an account, 1,000 of nobody (some minutes)')
  const { there_ms, unknown_ms, again_ms } = JSON.parse(
    run(join(benchPrograms, 'wrong_passwords'), ['1000', join(work, 'wrong-passwords')]).stdout)
  row('wrong password of an account and of nobody: difference of the medians of 1,000', Math.abs(there_ms - unknown_ms), 'ms', ['<=', 2],
    `${there_ms} and ${unknown_ms}; the same account asked again ${again_ms}`)
}

function readsDocuments() {
  say('plan read')
  const times = []
  for (let i = 0; i < 31; i += 1) {
    const begin = performance.now()
    run(xieshang, ['plan', 'read', '--json', 'features/plan/demo/plan_2022.txt'])
    times.push(performance.now() - begin)
  }
  row('plan read of the demo plan, whole process', median(times), 'ms', ['<=', 20])
}

// Which is found, and how fast, does not depend on HTTP: the figure is that of Index::find.
function searchRow(engine, place, limit) {
  say(`search on ${engine}: 50,000 entries are filled in`)
  const found = JSON.parse(run(join(benchPrograms, 'search_pages'), [place]).stdout)
  row(`search, first page of 20, a word in 1 % of 50,000 documents, ${engine}`, found.median, 'ms', ['<=', limit],
    `p95 ${found.p95}, p99 ${found.p99}; a common word ${found.common}, one character ${found.single}; the same page by LIKE ${found.like}`)
}

function findsQuickly() {
  const sqlite = join(work, 'search')
  mkdirSync(sqlite)
  searchRow('SQLite', sqlite, 2)
  const server = join(work, 'postgres')
  const started = spawnSync('tests/support/postgres.sh', ['start', server, String(process.pid)], { encoding: 'utf8' })
  if (started.status !== 0) return say('PostgreSQL is not installed (bin/setup test): its search is not measured')
  try {
    searchRow('PostgreSQL', started.stdout.trim(), 5)
  } finally {
    spawnSync('tests/support/postgres.sh', ['stop', server])
  }
}

function sortsNames() {
  say('names')
  const names = JSON.parse(run(join(benchPrograms, 'name_orders'), []).stdout)
  row('10,000 names into the order of strokes, keys included', names.strokes_ms, 'ms', ['<=', 50], `by pinyin ${names.pinyin_ms}`)
  row('one name, its dearest key', Math.max(names.stroke_key_us, names.pinyin_key_us, names.search_keys_us), 'us', ['<=', 10],
    `strokes ${names.stroke_key_us}, pinyin ${names.pinyin_key_us}, search ${names.search_keys_us}`)
}

function asksPolicies() {
  say('policies')
  const checks = JSON.parse(run(join(benchPrograms, 'policy_checks'), []).stdout)
  row('a policy check (may he, and what does he see), eight rows', checks.eight_rows_ns / 1000, 'us', ['<=', 1],
    `${checks.eight_rows_ns} ns, ${(checks.eight_rows_ns / 10).toFixed(1)} % of the limit; of one row ${checks.one_row_ns} ns`)
}

function listsPeople() {
  say('directory')
  const pages = JSON.parse(run(join(benchPrograms, 'directory_pages'), [join(work, 'directory')]).stdout)
  const { people, ...times } = pages
  const [slowest] = Object.entries(times).sort(([, one], [, other]) => other - one)
  row(`the slowest page of the directory of ${people.toLocaleString('en')} people`, slowest[1], 'ms', ['<=', 50],
    Object.entries(times).map(([question, ms]) => `${question} ${ms}`).join(', '))
}

const opinionMaps = (...words) =>
  run(join(benchPrograms, 'opinion_maps'), words).stdout.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line))

const stagesOf = (stages) => Object.entries(stages).map(([stage, ms]) => `${stage} ${ms.toFixed(2)}`).join(', ')

function looksThroughTheRecord() {
  say('the audit of a million events is filled in')
  const found = JSON.parse(run(join(benchPrograms, 'audit_pages'), [join(work, 'audit')]).stdout)
  const rest = ['deep', 'account', 'refused', 'done', 'actor_refused', 'seldom', 'name', 'pinyin', 'common_name']
  row('audit, first page of 50 of 1,000,000 events, SQLite', found.first, 'ms', ['<=', 50],
    rest.map((name) => `${name} ${found[name]}`).join(', '))
  row('the page of one person on one day', found.actor_day, 'ms', ['<=', 50])
  row('the page of one object, looks at its contacts included', found.object, 'ms', ['<=', 50])
  row('the slowest page of all these', Math.max(...rest.map((name) => found[name])), 'ms', ['<=', 50])
  row('the export of 50,000 as CSV', found.export, 'ms', ['<=', 3000])
}

// What red-dwarf and Polis take stands in docs/opinion-maps.md, with what is known of their machines.
function drawsMaps() {
  say('opinion maps')
  const real = { 'brexit-consensus': 1, 'vtaiwan.uberx': 3, 'american-assembly.bowling-green': 8 }
  for (const { name, answers, ms, stages } of opinionMaps('real', '31')) {
    row(`opinion map of ${name}, ${answers} answers`, ms, 'ms', ['<=', real[name]], stagesOf(stages))
  }
  const [memory] = opinionMaps('memory')
  for (const [sizes, runs, most, megabytes] of [
    [['33422', '783', '2000000'], 15, 120, 200],
    [['50000', '1000', '2500000'], 9, 250, 300],
    [['1000000', '1000', '100000000'], 3, 5000, 2000],
  ]) {
    say(`opinion map of ${sizes.join(' x ')}`)
    const [map] = opinionMaps('synthetic', ...sizes, String(runs))
    const limit = (map.read_gb / memory.gb_a_second) * 1000
    row(`opinion map of ${map.name}, 2 threads`, map.ms, 'ms', ['<=', most],
      `${stagesOf(map.stages)}; what must be read takes ${limit.toFixed(1)} ms at ${memory.gb_a_second} GB/s: ${((limit / map.ms) * 100).toFixed(0)} % of the limit`)
    row('its peak memory, the answers included', map.peak_mb, 'MB', ['<=', megabytes])
  }
  const [later] = opinionMaps('running', '33422', '783', '2000000', '400')
  row('one more answer in a running map of 2 million', later.ms, 'ms', ['<=', 5],
    `mean ${later.mean_ms}, p95 ${later.p95_ms}, most ${later.most_ms} of ${later.updates}; ${stagesOf(later.stages)}`)
  const [csv] = opinionMaps('csv', '2000000')
  row('reading a CSV of answers', csv.mb_a_second, 'MB/s', ['>=', 200], `${csv.mb} MB`)
}

function agreementRows() {
  say('agreement with both references')
  return opinionMaps('agreement')
}

function printAgreement(agreements) {
  if (agreements.length === 0) return console.log('\nThe conversations with reference results are not on this machine: agreement is not measured.')
  console.log('\n| conversation | reference | grouped people | k | labels that differ | 1 − cosine | projection | lists that differ | their figures | group-aware | priorities |')
  console.log('|---|---|---|---|---|---|---|---|---|---|---|')
  for (const a of agreements) {
    console.log(`| ${a.conversation} | ${a.reference} | ${a.people}, ${a.people_missing} missing | ${a.k} = ${a.reference_k} | ${a.labels_differing} (Rand ${a.rand_index}) | ${a.one_less_cosine} | ${a.projection} | ${a.lists_differing} of ${a.lists} | ${a.list_figures} | ${a.group_aware} | ${a.priorities} |`)
  }
}

function buildsQuickly() {
  say('full build from clean, without ccache')
  rmSync('build/bench-clean', { recursive: true, force: true })
  const begin = performance.now()
  const environment = { CCACHE_DISABLE: '1' }
  run('cmake', ['--preset', 'release', '-B', 'build/bench-clean'], environment)
  run('cmake', ['--build', 'build/bench-clean', '--target', 'xieshang'], environment)
  row('full build from clean', (performance.now() - begin) / 60000, 'min', ['<=', 8])
  rmSync('build/bench-clean', { recursive: true, force: true })
}

function print(agreements) {
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim()
  const about = { date: new Date().toISOString().slice(0, 10), commit, machine: `${cpus().length} x ${cpus()[0].model}` }
  if (asJson) {
    console.log(JSON.stringify({ ...about, rows, agreements }, null, 2))
    return
  }
  console.log(`\n${about.date}, commit ${about.commit}, ${about.machine}\n`)
  console.log('| what | measured | limit | met | |\n|---|---|---|---|---|')
  for (const { what, value, unit, limit, met, note } of rows) {
    console.log(`| ${what} | ${value.toFixed(2)} ${unit} | ${limit} | ${met ? 'yes' : 'NO'} | ${note} |`)
  }
  printAgreement(agreements)
}

try {
  await startsQuickly()
  await readsFast()
  await writesOnSlowDisk()
  await signsIn()
  tellsNothingByTime()
  readsDocuments()
  findsQuickly()
  sortsNames()
  asksPolicies()
  importsRosters(benchPrograms, work, { say, row })
  await listsTwentyYears(xieshang, join(work, 'years'), row)
  listsPeople()
  looksThroughTheRecord()
  findsAlikeTexts(benchPrograms, { say, row })
  drawsMaps()
  sharesSlots(benchPrograms, { say, row })
  if (options.includes('--build')) buildsQuickly()
  print(agreementRows())
} finally {
  rmSync(work, { recursive: true, force: true })
}
