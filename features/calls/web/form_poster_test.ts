// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open } from '@/test_mount'
import { call } from './calls_fixture'

const shown = async (address: string) => {
  const view = call({ code: 'CODE', form_picture: { address, modules: 29, path: 'M0 0h7v1z' } })
  const { screen } = await open('/calls/c1', ({ path }) =>
    path === '/api/calls/c1' ? { body: view } : { body: { items: [], next: null, total: 0 } },
  )
  return screen.find('[aria-labelledby=form-address]')
}

describe("the picture of the public's form", () => {
  it('stands beside its address, with a quiet zone of four modules', async () => {
    const address = `${window.location.origin}/c/CODE`
    const poster = await shown(address)
    expect(poster.find('svg').attributes('viewBox')).toBe('-4 -4 37 37')
    expect(poster.find('path').attributes('d')).toBe('M0 0h7v1z')
    expect(poster.find('a').text()).toBe(address)
  })

  it('does not stand there where it leads elsewhere than the address', async () => {
    const poster = await shown('http://inside:8080/c/CODE')
    expect(poster.find('svg').exists()).toBe(false)
    expect(poster.find('a').text()).toBe(`${window.location.origin}/c/CODE`)
  })
})
