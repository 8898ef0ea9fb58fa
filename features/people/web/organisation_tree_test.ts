// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'

const one = (id: string, kind: string, parent_id: string | null = null) => ({
  id,
  kind,
  name: id,
  short_name: id,
  code: id,
  parent_id,
  valid: { from: '2020-01-01', until: null },
  stands: true,
  invented: false,
  posts: 0,
  version: 1,
})
const items = [
  one('政协', 'committee'),
  one('经济', 'special_committee', '政协'),
  one('文教', 'special_committee', '政协'),
  one('城关', 'sub_district', '政协'),
]
const server = ({ path }: Heard): Reply => ({
  body: path === '/api/organisations' ? { items } : { items: [], posts: [], below: [], valid: {} },
})

describe('the tree of organisations', () => {
  it('is walked by the arrow keys and leads to an organisation', async () => {
    const { screen, settled, router } = await open('/organisations/chart', server)
    const focused = () => document.activeElement?.querySelector('.tree-row')?.textContent?.trim()
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
        document.activeElement!.dispatchEvent(event)
        await settled()
      }
    }
    expect(screen.findAll('[role=treeitem][tabindex="0"]')).toHaveLength(1)
    screen.find<HTMLElement>('[role=treeitem]').element.focus()
    await press('ArrowDown')
    expect(focused()).toContain('专门委员会')
    expect(document.activeElement!.getAttribute('aria-expanded')).toBe('false')
    await press('ArrowRight')
    expect(document.activeElement!.getAttribute('aria-expanded')).toBe('true')
    await press('ArrowRight', 'ArrowDown')
    expect(focused()).toBe('文教')
    await press('ArrowLeft')
    expect(focused()).toContain('专门委员会')
    await press('End')
    expect(focused()).toBe('城关')
    await press('Enter')
    const path = () => decodeURIComponent(router.currentRoute.value.path)
    await vi.waitFor(() => expect(path()).toBe('/organisations/城关'), 4000)
  })
})
