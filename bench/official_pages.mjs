// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What laying out official documents as PDF costs: bench/official_pages.cc, in processor time.
import { join } from 'node:path'
import { run } from './measure.mjs'

export function printsDocuments(programs, { say, row }) {
  say('official documents')
  const printed = JSON.parse(run(join(programs, 'official_pages'), []).stdout)
  row('an official document of two pages as PDF, after the first', printed.next_ms, 'ms', ['<=', 100],
    `the first ${printed.first_ms}; a page picture ${printed.picture_ms}`)
  row(`one of ${printed.long_pages} pages`, printed.long_ms, 'ms', ['<=', 5000])
  row(`a table of 10,000 rows on ${printed.table_pages} pages`, printed.table_ms, 'ms', ['<=', 5000])
  row('peak memory of all these', printed.peak_mb, 'MB', ['<=', 300])
}
