// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What asking a policy costs: bench/policy_checks.cc.
import { join } from 'node:path'
import { run } from './measure.mjs'

export function asksPolicies(programs, { say, row }) {
  say('policies')
  const checks = JSON.parse(run(join(programs, 'policy_checks'), []).stdout)
  row('a policy check (may he, and what does he see), eight rows', checks.eight_rows_ns / 1000, 'us', ['<=', 1],
    `${checks.eight_rows_ns} ns, ${(checks.eight_rows_ns / 10).toFixed(1)} % of the limit; of one row ${checks.one_row_ns} ns`)
}
