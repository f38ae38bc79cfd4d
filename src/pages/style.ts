/** How the pages look: after GOV.UK, in one column, with nothing loaded from elsewhere. */
export const style = `*{box-sizing:border-box}
body{margin:0;background:#fff;color:#0b0c0c;font:1.1875rem/1.5 Arial,Helvetica,sans-serif}
.column{max-width:42rem;margin:0 auto;padding:0 1rem}
header{background:#0b0c0c;color:#fff;font-weight:700;padding:.75rem 0;border-bottom:.5rem solid #1d70b8}
main.column{padding-top:1.5rem;padding-bottom:3rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 1.25rem}
h2{font-size:1.5rem;line-height:1.25;margin:2rem 0 .75rem}
p,ul{margin:0 0 1.25rem}
a{color:#1d70b8}
a:focus,.skip:focus{background:#fd0;color:#0b0c0c;outline:3px solid transparent;box-shadow:0 -2px #fd0,0 4px #0b0c0c}
.skip{position:absolute;left:-999em;background:#fff;padding:.5rem}
.skip:focus{left:0}
.facts{border-top:1px solid #b1b4b6;margin:0 0 1.5rem}
.facts div{display:flex;flex-wrap:wrap;border-bottom:1px solid #b1b4b6;padding:.5rem 0}
.facts dt{font-weight:700;width:9rem;margin:0}
.facts dd{margin:0}
.inset{border-left:.5rem solid #b1b4b6;padding:.75rem 1rem;margin:0 0 1.5rem}
.field{margin:0 0 1.5rem;padding:0;border:0}
.wrong{border-left:5px solid #d4351c;padding-left:.75rem}
label,legend{font-weight:700;display:block;margin-bottom:.25rem;padding:0}
legend{float:left;width:100%}
fieldset>:not(legend){clear:both}
.hint{color:#505a5f;margin:0 0 .5rem}
.error{color:#d4351c;font-weight:700;margin:0 0 .5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
input[type=text],input[type=email],textarea{font:inherit;width:100%;max-width:100%;padding:.35rem;border:2px solid #0b0c0c;border-radius:0}
input:focus,textarea:focus{outline:3px solid #fd0;box-shadow:inset 0 0 0 2px #0b0c0c}
.radio{display:flex;align-items:flex-start;gap:.75rem;margin:.5rem 0}
.radio input{width:2rem;height:2rem;margin:0;flex:none}
.radio label{font-weight:400;margin:0;padding-top:.15rem}
button{font:inherit;font-weight:400;background:#00703c;color:#fff;border:2px solid transparent;box-shadow:0 2px #002d18;padding:.5rem .75rem;cursor:pointer}
button.secondary{background:#f3f2f1;color:#0b0c0c;box-shadow:0 2px #929191}
button:focus,button.secondary:focus{background:#fd0;color:#0b0c0c;outline:3px solid transparent;box-shadow:0 2px #0b0c0c}
form{margin:0 0 1.5rem}
.summary{border:5px solid #d4351c;padding:1rem;margin:0 0 2rem}
.summary h2{margin:0 0 .75rem}
.summary ul{list-style:none;padding:0;margin:0}
.summary a{color:#d4351c;font-weight:700}
.done{background:#00703c;color:#fff;padding:1.5rem;margin:0 0 1.5rem;font-size:1.5rem;font-weight:700}
`;
