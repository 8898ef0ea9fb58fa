// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The chart 组织架构 of what stands on a day: organisations under their parents, and where more than
// one of a kind hangs below the same, these under the name of their kind.
import { isWithin } from './days'
import { organisation_kinds } from './organisation_kinds'
import type { Organisation, OrganisationKind } from './register_api'

export interface Branch {
  key: string
  kind: OrganisationKind
  organisation?: Organisation // none: the name of a kind
  branches: Branch[]
}

export function treeOf(all: readonly Organisation[], day: string): Branch[] {
  const standing = all.filter((one) => isWithin(one.valid, day))
  const ids = new Set(standing.map((one) => one.id))
  const parent_of = ({ parent_id }: Organisation) =>
    parent_id && ids.has(parent_id) ? parent_id : ''
  const below = (parent: string): Branch[] =>
    organisation_kinds.flatMap((kind): Branch[] => {
      const branches = standing
        .filter((one) => one.kind === kind && parent_of(one) === parent)
        .map((one): Branch => ({ key: one.id, kind, organisation: one, branches: below(one.id) }))
      return branches.length > 1 ? [{ key: `${parent}/${kind}`, kind, branches }] : branches
    })
  return below('')
}

export interface Row {
  branch: Branch
  level: number
  parent?: string
}

// The rows that are seen while the branches of these keys are open, as they stand below each other.
export function rowsSeen(branches: readonly Branch[], open: ReadonlySet<string>): Row[] {
  const rows: Row[] = []
  const walk = (some: readonly Branch[], level: number, parent?: string): void => {
    for (const branch of some) {
      rows.push({ branch, level, parent })
      if (open.has(branch.key)) walk(branch.branches, level + 1, branch.key)
    }
  }
  walk(branches, 1)
  return rows
}

export function keysOf(branches: readonly Branch[]): string[] {
  return branches.flatMap((one) => (one.branches.length ? [one.key, ...keysOf(one.branches)] : []))
}

// How many organisations there are below.
export function sizeOf({ branches }: Branch): number {
  return branches.reduce((sum, one) => sum + (one.organisation ? 1 : 0) + sizeOf(one), 0)
}
