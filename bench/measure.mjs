// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Small measuring tools: run a command, the median, the resident memory of a process.
import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'

export function run(command, args, environment = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...environment }, maxBuffer: 1 << 28 })
  if (result.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${result.status}: ${result.stderr || result.error}`)
  }
  return result
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

export const rssMegabytes = (pid) => megabytes(pid, 'VmRSS')
export const peakMegabytes = (pid) => megabytes(pid, 'VmHWM')

function megabytes(pid, figure) {
  const line = new RegExp(`${figure}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line[1]) / 1024
}
