// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Equal Shares of 90,000 ballots, and the plain method in rationals beside it: that takes up to 10 s for 500 ballots, so
// it is held against on so few, where the program fails unless both take the same projects.
import { join } from 'node:path'
import { run } from './measure.mjs'

export function sharesSlots(programs, { say, row }) {
  say('Equal Shares')
  const shares = (...words) =>
    run(join(programs, 'equal_shares'), words).stdout.trim().split('\n').map((line) => JSON.parse(line))
  for (const { name, marks, rounds, ms, processor_ms } of shares('shares', '90000', '160', '9')) {
    row(`Equal Shares, 90,000 ballots, 160 projects: ${name}`, ms, 'ms', ['<=', 100],
      `${marks} marks, ${rounds} rounds; ${processor_ms} ms of the processor`)
  }
  const plain = shares('plain', '500', '160', '9')
  const ratios = plain.map(({ ms, plain_ms }) => plain_ms / ms)
  row('the plain method in rationals ÷ Equal Shares, 500 ballots, the least ratio', Math.min(...ratios), 'x', ['>=', 100],
    plain.map(({ name, plain_ms }, i) => `${name} ${ratios[i].toFixed(0)} (${plain_ms} ms)`).join(', '))
}
