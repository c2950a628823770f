(()=>{window.MathJax={Hub:{Config(){},Configured(){},Queue(){},Register:{StartupHook(){}}},Ajax:{}};})();
