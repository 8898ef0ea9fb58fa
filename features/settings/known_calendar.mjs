// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// node features/settings/known_calendar.mjs OUT: the holidays and adjusted workdays of the package
// chinese-days, a line each in the order of the days: day, kind, name, English name, between tabs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const file = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json')
const { holidays, workdays } = JSON.parse(readFileSync(file, 'utf8'))
const enough = 700 // fewer: the package is not what it was

const lines = Object.entries({ holiday: holidays, adjusted_workday: workdays })
  .flatMap(([kind, days]) =>
    Object.entries(days).map(([day, names]) => {
      const [english, chinese] = names.split(',')
      const line = [day, kind, chinese, english].join('\t')
      if (!/^\d{4}-\d\d-\d\d\t[a-z_]+\t[^\t\n]+\t[^\t\n]+$/.test(line)) throw new Error(`odd: ${line}`)
      return line
    }),
  )
  .sort()
if (lines.length < enough) throw new Error(`only ${lines.length} days`)

const out = process.argv[2]
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, lines.map((line) => `${line}\n`).join(''))
