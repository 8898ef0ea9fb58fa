// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign_in',
    component: () => import('./sign_in_screen.vue'),
    meta: { title: 'members.web.sign_in.title', anonymous: true },
  },
  {
    path: '/setup',
    name: 'setup',
    component: () => import('./setup_screen.vue'),
    meta: { title: 'members.web.setup.title', anonymous: true },
  },
  {
    path: '/account-link',
    name: 'account_link',
    component: () => import('./link_screen.vue'),
    meta: { title: 'members.web.link.title', anonymous: true },
  },
  {
    path: '/account',
    name: 'account',
    component: () => import('./account_screen.vue'),
    meta: { title: 'members.web.account.title' },
  },
  {
    path: '/proved',
    name: 'proved',
    component: () => import('./proved_screen.vue'),
    meta: { title: 'members.web.proved.title' },
  },
  {
    path: '/policies',
    name: 'policies',
    component: () => import('./policies_screen.vue'),
    meta: { title: 'members.web.policies.title', for: 'assesses' },
  },
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('./accounts_screen.vue'),
    meta: { title: 'members.web.accounts.title', for: 'administrator' },
  },
  {
    path: '/accounts/new',
    name: 'new_account',
    component: () => import('./new_account_screen.vue'),
    meta: { title: 'members.web.accounts.make', for: 'system_administrator', form: true },
  },
  {
    path: '/roles',
    name: 'roles',
    component: () => import('./roles_screen.vue'),
    meta: { title: 'members.web.roles.title', for: 'administrator' },
  },
  ...['/accounts/:id', '/roles/:id'].map((path) => ({
    path,
    component: () => import('./one_account_screen.vue'),
    meta: { title: 'members.web.accounts.one', for: 'administrator' as const },
  })),
]
