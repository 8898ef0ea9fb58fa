// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The crash oracle: it is never killed, sends load to a server that is, and judges what is there afterwards.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { signIn } from './client.mjs'
import { forget } from './forget.mjs'
import { judgeByApi, judgeByRows, rowsOf, Verdict } from './judge.mjs'
import { Server } from './server.mjs'
import { Writer } from './writer.mjs'

const writersAtOnce = 8

// What a run is: { cycles, binary, inspector (binary for backup and check), database(), libraries: {trap, forgetful},
// forgets, lies, cyclesAHouse }.
export class Oracle {
  verdict = new Verdict()
  totals = { cycles: 0, acknowledged: 0, refused: 0, unknown: 0, settled: 0, forgotten: 0, surprises: 0, unsound: 0 }
  recoveries = []
  surprises = []

  constructor(run) {
    this.run = run
  }

  async prove(progress = () => {}) {
    let house = null
    for (let cycle = 1; cycle <= this.run.cycles; cycle += 1) {
      house ??= await this.#newHouse()
      await this.#cycle(house, cycle)
      this.totals.cycles = cycle
      if (cycle % this.run.cyclesAHouse === 0 || cycle === this.run.cycles) {
        await this.#close(house)
        house = null
      }
      progress(this)
    }
    return this.figures()
  }

  async #newHouse() {
    const folder = mkdtempSync(join(tmpdir(), 'xieshang-crash-'))
    const database = this.run.database ? await this.run.database() : ''
    return { folder, data: join(folder, 'data'), journal: join(folder, 'journal'), database, writers: [] }
  }

  #start(house, killAt = 0) {
    const { libraries, forgets, lies, binary } = this.run
    const preload = [killAt ? libraries.trap : '', forgets ? libraries.forgetful : ''].filter(Boolean).join(':')
    const environment = { CRASH_FOLDER: house.data, CRASH_JOURNAL: house.journal }
    if (preload) environment.LD_PRELOAD = preload
    if (killAt) environment.CRASH_AT = String(killAt)
    if (lies) environment.CRASH_LIES = '1'
    return Server.start({ binary, data: house.data, database: house.database, environment })
  }

  // Odd cycles end at a moment by chance, even ones at the n-th storage call, n = 1, 2, 3 ….
  async #cycle(house, cycle) {
    const systematic = cycle % 2 === 0 && !house.database
    let server = await this.#start(house, systematic ? cycle / 2 : 0)
    const writers = Array.from({ length: writersAtOnce }, () => new Writer())
    if (server.alive && (await signIn(server).then(() => true, () => false))) {
      const load = Promise.all(writers.map((writer) => writer.run(server)))
      if (systematic) await Promise.race([load, sleep(1500)])
      else await sleep(5 + Math.random() * 495)
      await server.kill()
      await load
    }
    await server.kill()
    if (this.run.forgets) this.totals.forgotten += forget(house.journal, house.data)
    house.writers.push(...writers)
    const begin = performance.now()
    server = await this.#start(house)
    if (!server.alive) return this.verdict.add('lost', 1, `the server does not start again: ${server.ending}`)
    await this.#afterwards(server, writers, begin)
    await server.kill()
    if (this.run.forgets) this.totals.forgotten += forget(house.journal, house.data)
  }

  async #afterwards(server, writers, begin) {
    await signIn(server) // a session is a row: the first write
    if (this.run.control) await sleep(50) // it has said so, but not done it yet
    this.recoveries.push(performance.now() - begin)
    for (const writer of writers) {
      await writer.settle(server)
      await judgeByApi(server, writer, this.verdict)
      for (const [name, count] of Object.entries(writer.counts)) this.totals[name] += count
      this.surprises.push(...writer.surprises)
    }
    this.totals.surprises = this.surprises.length
  }

  // All rows of all cycles, and the program's own inspection.
  async #close(house) {
    if (existsSync(join(house.data, 'xieshang.db')) || house.database) {
      judgeByRows(rowsOf(this.run.inspector, house.data, house.database), house.writers, this.verdict)
      const place = ['--data', house.data, ...(house.database ? ['--database', house.database] : [])]
      const check = spawnSync(this.run.inspector, ['check', '--json', ...place], { encoding: 'utf8' })
      const damage = check.stdout ? JSON.parse(check.stdout).findings.filter((finding) => !finding.harmless) : [check.stderr]
      this.totals.unsound += damage.length
      for (const finding of damage) this.verdict.examples.push(`check: ${JSON.stringify(finding)}`)
    }
    rmSync(house.folder, { recursive: true })
  }

  figures() {
    const { lost, ghosts, duplicates } = this.verdict
    const sorted = [...this.recoveries].sort((a, b) => a - b)
    const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
    return { ...this.totals, lost, ghosts, duplicates, recovery_p50_ms: at(0.5), recovery_p99_ms: at(0.99) }
  }
}
