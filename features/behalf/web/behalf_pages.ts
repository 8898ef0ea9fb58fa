// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/behalf',
    name: 'behalf',
    component: () => import('./behalf_screen.vue'),
    meta: { title: 'behalf.web.title', for: 'answers' },
  },
  {
    path: '/behalf/own',
    name: 'own_behalf',
    component: () => import('./own_behalf_screen.vue'),
    meta: { title: 'behalf.web.own' },
  },
  {
    path: '/behalf/:id',
    name: 'behalf_act',
    component: () => import('./behalf_act_screen.vue'),
    props: true,
    meta: { title: 'behalf.web.act', form: true },
  },
]
