// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import './design/tokens.css'
import './design/base.css'
import './design/element.css'
import './design/parts.css'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import { useSession } from '../features/members/web/session'
import { whenSessionIsLost } from './api/client'
import { listen } from './api/events'
import { newQueryClient } from './api/queries'
import App from './app.vue'
import { texts } from './i18n'
import { newRouter } from './router'
import { usePreferences } from './shell/preferences'

const app = createApp(App)
const queries = newQueryClient()
const router = newRouter()
app.use(createPinia()).use(texts).use(VueQueryPlugin, { queryClient: queries })

const preferences = usePreferences()
const session = useSession()
preferences.apply()
void start()

whenSessionIsLost(() => {
  session.end()
  const here = router.currentRoute.value
  if (!here.meta.anonymous)
    void router.push({ name: 'sign_in', query: { back: here.fullPath, lost: '1' } })
})

let deaf: (() => void) | undefined
watch(
  () => session.person?.id,
  (id) => {
    deaf?.()
    deaf = id !== undefined && session.reads ? listen(queries) : undefined
    if (id === undefined) queries.clear()
  },
)

async function start(): Promise<void> {
  await preferences.setLanguage(preferences.language)
  app.use(router)
  await router.isReady().catch(() => undefined) // the first page is shown at once, and its start keeps the focus
  app.mount('#app')
}
