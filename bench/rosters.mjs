// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Rosters of 10,000 people, new ones and then the same ones changed, on both databases.
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { run } from './measure.mjs'

export function importsRosters(programs, work, { say, row }) {
  function rows(engine, ...database) {
    say(`rosters on ${engine}`)
    const lines = run(join(programs, 'roster_import'), [join(work, `roster-${engine}`), ...database]).stdout
    for (const [i, people] of ['new', 'changed'].entries()) {
      const spent = JSON.parse(lines.trim().split('\n')[i])
      row(`a roster of 10,000 ${people} people, from the file to the committed register, ${engine}`, spent.total_ms, 'ms', ['<=', 3000],
        `read ${spent.read_ms}, kept and compared ${spent.kept_ms}, written ${spent.written_ms}; 40,000 bare events in one transaction ${spent.bare_events_ms}`)
    }
  }

  rows('SQLite')
  const server = join(work, 'postgres-of-rosters')
  const started = spawnSync('tests/support/postgres.sh', ['start', server, String(process.pid)], { encoding: 'utf8' })
  if (started.status !== 0) return say('PostgreSQL is not installed (bin/setup test): its rosters are not measured')
  try {
    rows('PostgreSQL', started.stdout.trim())
  } finally {
    spawnSync('tests/support/postgres.sh', ['stop', server])
  }
}
