/**
 * Runs before the first paint: the chosen theme, and the marks that scripts run, that the address asks for something, and that the reader comes back or
 * reloads. The one inline script; the policy names its hash.
 */
export const themeScript = `var d=document.documentElement,c=d.classList;try{var t=localStorage.getItem('theme');if(t)d.dataset.theme=t}catch{}c.add('js');if(location.search)c.add('queried');if(performance.getEntriesByType('navigation')[0]?.type!='navigate')c.add('returned')`;
