import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/app.css';
import { sendForFirstPage } from './app/ahead.ts';
import { App } from './app/app.tsx';
import { startLanguage } from './app/language.ts';

// after an upgrade an open page asks for code that is no longer there: it is loaded anew, once
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('lantian.reloaded') ?? 0);
  if (Date.now() - last < 60_000) return;
  event.preventDefault();
  sessionStorage.setItem('lantian.reloaded', String(Date.now()));
  location.reload();
});

sendForFirstPage();
await startLanguage();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
