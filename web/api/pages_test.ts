// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { flushPromises, mount } from '@vue/test-utils'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { ElButton } from 'element-plus'
import PagedList from '@/design/paged_list.vue'
import { texts } from '@/i18n'
import { usePages } from './pages'
import { Problem } from './problem'
import { newQueryClient } from './queries'

type Numbers = { items: number[]; next?: string }

// A list of what `fetch` answers, as a person sees it.
async function shown(fetch: (cursor?: string) => Promise<Numbers>) {
  const list = defineComponent(() => {
    const pages = usePages(['numbers'], fetch)
    return () =>
      h(
        PagedList,
        { pages, shown: `${pages.items.length} here` },
        { default: () => pages.items.join(' '), none: () => 'nothing' },
      )
  })
  const page = mount(list, {
    global: {
      plugins: [texts, [VueQueryPlugin, { queryClient: newQueryClient() }]],
      stubs: { 'el-skeleton': true, 'el-button': ElButton },
    },
  })
  await flushPromises()
  return page
}

describe('a list that comes page after page', () => {
  it('goes on where a page says, and keeps what was shown', async () => {
    const asked: (string | undefined)[] = []
    const page = await shown(async (cursor) => {
      asked.push(cursor)
      return cursor ? { items: [3] } : { items: [1, 2], next: 'after 2' }
    })
    expect(page.text()).toContain('1 2')
    await page.find('.table-foot button').trigger('click')
    await flushPromises()
    expect(page.text()).toContain('1 2 3')
    expect(page.text()).toContain('3 here')
    expect(page.find('.table-foot button').exists()).toBe(false)
    expect(asked).toEqual([undefined, 'after 2'])
  })

  it('says that more did not come, and lets one try again', async () => {
    let fails = true
    const page = await shown(async (cursor) => {
      if (cursor && fails) throw new Problem(409, { code: 'busy', title: '', detail: '稍后再试' })
      return cursor ? { items: [2] } : { items: [1], next: 'on' }
    })
    await page.find('.table-foot button').trigger('click')
    await flushPromises()
    expect(page.find('[role=alert]').text()).toContain('稍后再试')
    expect(page.text()).toContain('1 here')
    fails = false
    await page.find('.table-foot button').trigger('click')
    await flushPromises()
    expect(page.text()).toContain('2 here')
    expect(page.find('[role=alert]').exists()).toBe(false)
  })

  it('shows what stands for none', async () => {
    expect((await shown(async () => ({ items: [] }))).text()).toContain('nothing')
  })
})
