// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The power loss of forgetful_disk.cc: undoes, from the newest to the oldest, all that was not synced. Gives how many
// changes were forgotten.
import { existsSync, linkSync, openSync, closeSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

function notesOf(journal) {
  const bytes = readFileSync(journal)
  const notes = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at)
    if (end < 0) break
    const [kind, ...lengths] = bytes.subarray(at, end).toString().split(' ')
    const parts = []
    at = end + 1
    for (const length of lengths.map(Number)) {
      parts.push(bytes.subarray(at, at + length))
      at += length
    }
    if (at > bytes.length) break // the note was cut off: its change has not begun
    notes.push({ kind, parts })
  }
  return notes
}

function undoWrite([path, offset, old, size], nameNow) {
  const name = nameNow(path.toString())
  if (!existsSync(name)) return
  const file = openSync(name, 'r+')
  if (old.length) writeSync(file, old, 0, old.length, Number(offset))
  closeSync(file)
  truncateSync(name, Number(size))
}

export function forget(journal, folder) {
  if (!existsSync(journal)) return 0
  const notes = notesOf(journal)
  const syncedAt = new Map() // path → place of its newest sync
  notes.forEach(({ kind, parts }, at) => kind === 'S' && syncedAt.set(parts[0].toString(), at))
  const isSynced = (path, at) => (syncedAt.get(path) ?? -1) > at
  const renamed = new Map() // what stays renamed: old name → new name
  const nameNow = (path) => renamed.get(path) ?? path
  let forgotten = 0
  for (let at = notes.length - 1; at >= 0; at -= 1) {
    const { kind, parts } = notes[at]
    if (kind === 'S') continue
    const path = parts[kind === 'R' ? 1 : 0].toString()
    const durable = isSynced(kind === 'W' ? path : dirname(path), at)
    if (kind === 'R' && durable) renamed.set(parts[0].toString(), path)
    if (durable) continue
    forgotten += 1
    if (kind === 'W') undoWrite(parts, nameNow)
    else if (kind === 'C') rmSync(nameNow(path), { force: true })
    else if (kind === 'R' && existsSync(path)) renameSync(path, parts[0].toString())
    else if (kind === 'U' && !existsSync(path)) linkSync(parts[1].toString(), path)
  }
  for (const name of readdirSync(folder)) if (name.endsWith('-shm')) rmSync(join(folder, name))
  for (const name of readdirSync(dirname(journal))) {
    if (name.startsWith(basename(journal))) rmSync(join(dirname(journal), name))
  }
  return forgotten
}
