// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The code of a new organisation is proposed a moment after its name was typed, as long as nobody
// has written another.
import { onBeforeUnmount, watch } from 'vue'
import type { OrganisationForm } from './organisation_form'
import { proposeCode, type OrganisationKind } from './register_api'

const pause_ms = 300

export function proposeCodeFor(mine: OrganisationForm): void {
  let proposed = ''
  let waiting: ReturnType<typeof setTimeout> | undefined
  watch([() => mine.name.trim(), () => mine.kind], ([name, kind]) => {
    clearTimeout(waiting)
    if (!name || mine.code !== proposed) return
    waiting = setTimeout(() => void propose(name, kind as OrganisationKind), pause_ms)
  })
  onBeforeUnmount(() => clearTimeout(waiting))

  async function propose(name: string, kind: OrganisationKind): Promise<void> {
    const code = await proposeCode(name, kind).catch(() => undefined)
    if (code === undefined || mine.name.trim() !== name || mine.code !== proposed) return
    proposed = code
    mine.code = code
  }
}
