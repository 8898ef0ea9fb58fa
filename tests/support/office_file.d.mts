// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
export type Block = string | string[][]
export function zipOf(parts: Record<string, string | Uint8Array>): Buffer
export function wordParts(blocks: Block[]): Record<string, string>
export function wordFile(blocks: Block[]): Buffer
export function planInATable(topics: number): Block[]
