// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which ten of 100,000 made-up texts are most alike to one; comparing every text must find the same. The limit is for the
// question as the program asks it, ten that are alike enough; ten however little alike cost up to twice as much.
import { join } from 'node:path'
import { run } from './measure.mjs'

export function findsAlikeTexts(benchPrograms, { say, row }) {
  say('100,000 texts are compared')
  const found = JSON.parse(run(join(benchPrograms, 'alike_texts'), []).stdout)
  for (const [kind, what] of Object.entries({ whole: 'a whole suggestion', reworded: 'one reworded', typed: 'a title being typed' })) {
    const { median, p95, most, processor, every_text, ratio, usual, usual_p95 } = found[kind]
    row(`ten most alike of ${found.texts.toLocaleString('en')} texts to ${what}, p95`, usual_p95, 'ms', ['<=', 10],
      `median ${usual}; however little alike: median ${median}, p95 ${p95}, most ${most}, ` +
      `processor time ${processor}, comparing every text ${every_text}: ${ratio} x`)
  }
  row('memory of their index, the texts included', found.index_mb, 'MB', ['<=', 450],
    `filled in ${found.filled_ms} ms; another in place of one ${found.put_ms} ms, most ${found.put_most_ms}`)
}
