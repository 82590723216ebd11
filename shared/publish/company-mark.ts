import { type PageTheme, themeLogo } from './page-theme.ts';
import { escapeHtml } from './raw-html.ts';

/** The company with its logo as the head of each of its pages shows it; empty where it has neither name nor logo. */
export function companyMark(company: string, theme: PageTheme | undefined): string {
  const logo = themeLogo(theme);
  if (!company && !logo) return '';
  // The name stands beside the logo, which says nothing more.
  const picture = logo ? `<img src="${escapeHtml(logo)}" alt="">` : '';
  return `<p class="company">${picture}${escapeHtml(company)}</p>`;
}
