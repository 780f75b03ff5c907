window.YTD.following.part0 = [
  {
    "following" : {
      "accountId" : "20417",
      "userLink" : "https://twitter.com/intent/user?user_id=20417"
    }
  },
  {
    "following" : {
      "accountId" : "20418",
      "userLink" : "https://twitter.com/intent/user?user_id=20418"
    }
  }
]
